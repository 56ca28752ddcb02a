import type { ChannelRecord } from '../state/channel.ts';
import { renderChannel, renderThreadMember } from '../state/render-channel.ts';
import type { World } from '../state/world.ts';

/** Notes a message in a thread: it counts, its author joins, and an archived thread opens again. */
export function wakeThread(world: World, channel: ChannelRecord, authorId: string): void {
  const { thread } = channel;
  if (!thread) return;
  thread.messageCount += 1;
  thread.totalMessageSent += 1;
  if (thread.archived && !thread.locked) {
    thread.archived = false;
    thread.archivedAt = new Date().toISOString();
    world.emit('THREAD_UPDATE', renderChannel(world, channel), channel.guildId);
  }
  joinThread(world, channel, authorId);
}

/** Adds somebody to a thread; nothing happens when they are in it already. */
export function joinThread(world: World, channel: ChannelRecord, userId: string): void {
  const { thread } = channel;
  if (!thread || thread.members.has(userId)) return;
  thread.members.set(userId, new Date().toISOString());
  const member = renderThreadMember(channel, userId);
  world.emit(
    'THREAD_MEMBERS_UPDATE',
    {
      id: channel.id,
      guild_id: channel.guildId,
      member_count: thread.members.size,
      added_members: [{ ...member, presence: null }],
      removed_member_ids: [],
    },
    channel.guildId,
  );
}

/** Takes somebody out of a thread. */
export function leaveThread(world: World, channel: ChannelRecord, userId: string): void {
  const { thread } = channel;
  if (!thread?.members.delete(userId)) return;
  world.emit(
    'THREAD_MEMBERS_UPDATE',
    {
      id: channel.id,
      guild_id: channel.guildId,
      member_count: thread.members.size,
      removed_member_ids: [userId],
    },
    channel.guildId,
  );
}
