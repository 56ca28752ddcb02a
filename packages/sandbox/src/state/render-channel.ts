import type { ChannelRecord, ThreadRecord } from './channel.ts';
import type { World } from './world.ts';

/** Renders a channel, thread or direct conversation as Discord sends it. */
export function renderChannel(world: World, channel: ChannelRecord): Record<string, unknown> {
  if (channel.recipientId !== undefined) return renderDirectChannel(world, channel);
  if (channel.thread) return renderThread(channel, channel.thread);
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    position: channel.position,
    parent_id: channel.parentId,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: channel.lastPinAt ?? null,
    permission_overwrites: Array.from(channel.overwrites.values(), renderOverwrite),
    flags: 0,
    ...channel.properties,
  };
}

/** Renders who is in a thread, as `thread.member` and the members list carry it. */
export function renderThreadMember(
  channel: ChannelRecord,
  userId: string,
): Record<string, unknown> | undefined {
  const joinedAt = channel.thread?.members.get(userId);
  if (joinedAt === undefined) return undefined;
  return { id: channel.id, user_id: userId, join_timestamp: joinedAt, flags: 1 };
}

function renderOverwrite(overwrite: { id: string; type: number; allow: bigint; deny: bigint }) {
  return {
    id: overwrite.id,
    type: overwrite.type,
    allow: overwrite.allow.toString(),
    deny: overwrite.deny.toString(),
  };
}

function renderDirectChannel(world: World, channel: ChannelRecord): Record<string, unknown> {
  const recipient =
    channel.recipientId === undefined ? undefined : world.state.users.get(channel.recipientId);
  return {
    id: channel.id,
    type: channel.type,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: channel.lastPinAt ?? null,
    flags: 0,
    recipients: recipient ? [recipient] : [],
  };
}

function renderThread(channel: ChannelRecord, thread: ThreadRecord): Record<string, unknown> {
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    owner_id: thread.ownerId,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: channel.lastPinAt ?? null,
    message_count: thread.messageCount,
    total_message_sent: thread.totalMessageSent,
    member_count: Math.min(thread.members.size, 50),
    applied_tags: thread.appliedTags,
    flags: 0,
    thread_metadata: {
      archived: thread.archived,
      locked: thread.locked,
      invitable: thread.invitable,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: thread.archivedAt,
      create_timestamp: thread.createdAt,
    },
    ...channel.properties,
  };
}
