import { customId, parseCustomId, type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { ActionRowBuilder, bold, ButtonBuilder, ButtonStyle, type Guild, messageLink } from 'discord.js';
import type { ItemKey } from '../../database/item-repository.ts';
import type { Reposted } from '../posting/reposter.ts';

const VERBS = ['allow', 'remove', 'stop'] as const;

/** What an author can do about a repost: have it removed; have no more of them; allow them again. */
export type AuthorVerb = (typeof VERBS)[number];

/** A button under a message to an author: it works after a restart, and for that person alone. */
export interface AuthorPress extends ItemKey {
  readonly verb: AuthorVerb;
}

/** Tells an author where their work is now. */
export function authorNotice({ item }: Reposted, guild: Guild, t: Translator): PlainReply {
  const { postedChannelId, postedMessageId, title } = item;
  const name = bold(escaped(guild.name));
  const text = t('gallery:repost.told', { guild: name, title: bold(escaped(title)) });
  const seeIt =
    postedChannelId && postedMessageId
      ? [
          new ButtonBuilder()
            .setStyle(ButtonStyle.Link)
            .setLabel(t('gallery:repost.see-it'))
            .setURL(messageLink(postedChannelId, postedMessageId, guild.id)),
        ]
      : [];
  return reply.info(`${text}\n${t('gallery:repost.your-choice')}`, {
    components: [row([...seeIt, authorButton('remove', item, t), authorButton('stop', item, t)])],
  });
}

/** One of the author's buttons in a row of its own. */
export function authorRow(verb: AuthorVerb, key: ItemKey, t: Translator): ActionRowBuilder<ButtonBuilder> {
  return row([authorButton(verb, key, t)]);
}

export function parseAuthorPress(id: string): AuthorPress | undefined {
  const parsed = parseCustomId(id);
  if (parsed?.plugin !== 'gallery' || parsed.handler !== 'repost-author') return undefined;
  const [given, guildId, number] = parsed.state.split(':');
  const verb = VERBS.find((candidate) => candidate === given);
  return verb && guildId ? { verb, guildId, number: Number(number) } : undefined;
}

function authorButton(verb: AuthorVerb, { guildId, number }: ItemKey, t: Translator): ButtonBuilder {
  return new ButtonBuilder()
    .setCustomId(customId('gallery', 'repost-author', `${verb}:${guildId}:${number}`))
    .setLabel(t(`gallery:repost.${verb}`))
    .setStyle(verb === 'remove' ? ButtonStyle.Danger : ButtonStyle.Secondary);
}

function row(buttons: readonly ButtonBuilder[]): ActionRowBuilder<ButtonBuilder> {
  return new ActionRowBuilder<ButtonBuilder>().addComponents([...buttons]);
}
