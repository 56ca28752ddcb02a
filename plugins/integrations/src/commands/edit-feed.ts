import { clip, escaped, reply, translator } from '@twi/sdk';
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { assertMayMention } from '../feeds/assert-may-mention.ts';
import { type FeedContent, contentOf } from '../feeds/feed-content.ts';
import { filterWords } from '../feeds/filters/filter-words.ts';
import type { Integrations } from '../integrations.ts';
import { feedChoices, feedHeading, pauseText } from '../replies/feed-line.ts';

type Invocation = ChatInputCommandInteraction<'cached'>;

const LONGEST_NAME = 100;

/** Changes where and how a feed is posted, and shows how it is now. */
export async function editFeed(interaction: Invocation, integrations: Integrations): Promise<void> {
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const { feeds } = integrations;
  const { guildId, options, user } = interaction;
  const key = { guildId, number: feeds.parse(options.getString('feed', true)) };
  const wanted = wantedIn(interaction, contentOf(await feeds.get(key)), integrations);
  await assertMention(interaction, wanted);
  const edited = await feeds.edit({ ...key, userId: user.id }, wanted);
  const t = await translator(interaction);
  const name = clip(escaped(edited.name), LONGEST_NAME);
  const paused = pauseText(edited, t);
  const lines = [
    t('integrations:feed.edited', { name, number: key.number }),
    feedHeading(edited),
    ...(paused === undefined ? [] : [`⏸️ ${paused}`]),
    ...feedChoices(edited, t),
  ];
  await interaction.editReply(reply.success(lines.join('\n')));
}

/** What is not named stays as it is. @throws {UserError} `integrations.bad-filter`, `integrations.gallery-off` */
function wantedIn(
  { guildId, options }: Invocation,
  before: FeedContent,
  { gallery }: Integrations,
): FeedContent {
  const cleared = options.getString('clear');
  const filter = (name: 'include' | 'exclude') => {
    const typed = options.getString(name);
    if (typed !== null) return filterWords(name, typed);
    return cleared === name ? [] : before.options[name];
  };
  const isForGallery = options.getBoolean('gallery') ?? before.options.isForGallery;
  if (isForGallery && !before.options.isForGallery) gallery.assertOpenIn(guildId);
  const kept = cleared === 'mention' ? null : before.mentionRoleId;
  return {
    channelId: options.getChannel('channel')?.id ?? before.channelId,
    mentionRoleId: options.getRole('mention')?.id ?? kept,
    options: {
      include: filter('include'),
      exclude: filter('exclude'),
      isSpoiler: options.getBoolean('spoiler') ?? before.options.isSpoiler,
      isForGallery,
    },
  };
}

/** A mention in another channel is as if it were new. */
async function assertMention(
  { guild, member, options }: Invocation,
  { channelId, mentionRoleId }: FeedContent,
): Promise<void> {
  if (options.getRole('mention') === null && options.getChannel('channel') === null) return;
  const role = mentionRoleId === null ? undefined : guild.roles.cache.get(mentionRoleId);
  const channel = role && (await guild.channels.fetch(channelId));
  if (role && channel) assertMayMention(role, channel, member);
}
