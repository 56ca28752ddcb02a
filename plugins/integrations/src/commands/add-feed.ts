import { clip, escaped, isAgeRestricted, reply, translator, type Translator } from '@twi/sdk';
import {
  channelMention,
  type ChatInputCommandInteraction,
  MessageFlags,
  type Role,
  roleMention,
} from 'discord.js';
import { assertMayMention } from '../feeds/assert-may-mention.ts';
import { followTarget, type Followed } from '../feeds/follow-target.ts';
import { filterWords } from '../feeds/filters/filter-words.ts';
import type { FeedOptions } from '../feeds/posts/feed-options.ts';
import { FEED_SOURCE_IDS, type FeedSourceId } from '../feeds/sources/feed-source.ts';
import type { Integrations } from '../integrations.ts';

type Invocation = ChatInputCommandInteraction<'cached'>;

const LONGEST_NAME = 100;

/** Follows what the options say, and tells what comes of it. */
export async function addFeed(interaction: Invocation, integrations: Integrations): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { guildId, options, member, user } = interaction;
  const { id: channelId } = options.getChannel('channel', true);
  const role = options.getRole('mention');
  const channel = await interaction.guild.channels.fetch(channelId);
  if (role && channel) assertMayMention(role, channel, member);
  const followed = await followTarget(integrations, {
    guildId,
    userId: user.id,
    source: sourceIn(interaction),
    target: options.getString('target', true),
    channelId,
    options: optionsIn(interaction, integrations),
    ...(role && { mentionRoleId: role.id }),
  });
  const isForAll = followed.feed.source !== 'rss' && !isAgeRestricted(channel);
  const t = await translator(interaction);
  await interaction.editReply(reply.success(words(followed, { role, isForAll, t }).join('\n')));
}

function sourceIn({ options }: Invocation): FeedSourceId {
  const chosen = options.getString('source', true);
  const source = FEED_SOURCE_IDS.find((id) => id === chosen);
  if (!source) throw new TypeError(`"${chosen}" is none of the choices.`);
  return source;
}

/** @throws {UserError} `integrations.bad-filter`, `integrations.gallery-off` */
function optionsIn({ guildId, options }: Invocation, { gallery }: Integrations): FeedOptions {
  const filter = (name: 'include' | 'exclude') => {
    const typed = options.getString(name);
    return typed === null ? [] : filterWords(name, typed);
  };
  const isForGallery = options.getBoolean('gallery') ?? false;
  if (isForGallery) gallery.assertOpenIn(guildId);
  const isSpoiler = options.getBoolean('spoiler') ?? false;
  return { include: filter('include'), exclude: filter('exclude'), isSpoiler, isForGallery };
}

function words(
  { feed, foundAt }: Followed,
  { role, isForAll, t }: { readonly role: Role | null; readonly isForAll: boolean; readonly t: Translator },
): string[] {
  const name = clip(escaped(feed.name), LONGEST_NAME);
  return [
    t('integrations:feed.added', { name, channel: channelMention(feed.channelId), number: feed.number }),
    ...(foundAt === undefined ? [] : [t('integrations:feed.found-on-page', { url: foundAt })]),
    ...(role ? [t('integrations:feed.mentions', { role: mentionOf(role) })] : []),
    ...(isForAll ? [t('integrations:feed.adults-left-out')] : []),
  ];
}

function mentionOf({ id, guild }: Role): string {
  return id === guild.id ? '@everyone' : roleMention(id);
}
