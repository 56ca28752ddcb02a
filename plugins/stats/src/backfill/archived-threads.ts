import type {
  AnyThreadChannel,
  FetchedThreads,
  ForumChannel,
  MediaChannel,
  NewsChannel,
  TextChannel,
} from 'discord.js';
import { ChannelType, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';

/** The most that Discord gives at once (Resources › Channel › List Public Archived Threads). */
const PAGE_SIZE = 100;

/** A channel in which threads or posts are. */
export type ThreadParent = ForumChannel | MediaChannel | NewsChannel | TextChannel;

/** The types of these. */
export const THREAD_PARENTS: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildText,
]);

/** Whether threads can be in a channel and the bot may list them. */
export function hasThreads(channel: GuildBasedChannel | undefined): channel is ThreadParent {
  if (!channel || channel.isThread() || !('threads' in channel)) return false;
  const { me } = channel.guild.members;
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
  return me !== null && channel.permissionsFor(me).has(needed);
}

/** The public threads of a channel that were archived after a moment, latest first. */
export async function* archivedThreads(channel: ThreadParent, since: Date): AsyncGenerator<AnyThreadChannel> {
  let before: Date | undefined;
  for (;;) {
    const page: FetchedThreads & { readonly hasMore?: boolean } = await channel.threads.fetchArchived(
      { type: 'public', limit: PAGE_SIZE, ...(before && { before }) },
      false,
    );
    for (const thread of page.threads.values()) {
      if (thread.archivedAt && thread.archivedAt < since) return;
      yield thread;
      before = thread.archivedAt ?? before;
    }
    if (!page.hasMore || page.threads.size === 0) return;
  }
}
