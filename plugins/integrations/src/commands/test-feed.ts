import { clip, escaped, isAgeRestricted, reply, translator, type Translator } from '@twi/sdk';
import {
  channelMention,
  type ChatInputCommandInteraction,
  MessageFlags,
  subtext,
  TextDisplayBuilder,
} from 'discord.js';
import type { FeedItem } from '../feeds/feed-item.ts';
import type { FeedView } from '../feeds/feed-view.ts';
import type { Integrations } from '../integrations.ts';

type Invocation = ChatInputCommandInteraction<'cached'>;

const LONGEST_NAME = 100;

/** Shows the newest item of a feed to whoever asks, as it would be posted; nobody is mentioned. */
export async function testFeed(interaction: Invocation, integrations: Integrations): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { feeds } = integrations;
  const { guildId, options } = interaction;
  const number = feeds.parse(options.getString('feed', true));
  const t = await translator(interaction);
  const found = await feeds.preview({ guildId, number });
  if (found) return showItem(interaction, integrations, { ...found, t });
  const { name } = await feeds.get({ guildId, number });
  await interaction.editReply(reply.info(t('integrations:feed.nothing-yet', { name: nameOf(name) })));
}

async function showItem(
  interaction: Invocation,
  { posts }: Integrations,
  { feed, item, t }: { readonly feed: FeedView; readonly item: FeedItem; readonly t: Translator },
): Promise<void> {
  const { channel, guild } = interaction;
  const name = nameOf(feed.name);
  const post =
    channel && (await posts.render(item, { feed: { ...feed, mentionRoleId: null }, channel, leftOut: 0 }));
  if (!post) {
    await interaction.editReply(reply.info(t('integrations:feed.not-shown-here', { name })));
    return;
  }
  const place = guild.channels.cache.get(feed.channelId) ?? null;
  const isLeftOut = !isAgeRestricted(place) && (await posts.isForAdults(item, guild.id));
  const notes = [
    ...(isLeftOut
      ? [t('integrations:feed.not-posted-there', { name, channel: channelMention(feed.channelId) })]
      : []),
    ...(posts.accepts(item, feed.options) ? [] : [t('integrations:feed.left-out-by-filters')]),
  ];
  const { components = [], ...message } = post.message;
  const said = notes.map((note) => new TextDisplayBuilder().setContent(subtext(note)));
  await interaction.editReply({ ...message, components: [...said, ...components] });
}

function nameOf(name: string): string {
  return clip(escaped(name), LONGEST_NAME);
}
