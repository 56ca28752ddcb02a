import { AuditLogEvent, ChannelType, MessageType } from 'discord-api-types/v10';
import { bitFlags } from '../state/bit-flags.ts';
import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { MessageRecord } from '../state/message.ts';
import { renderChannel, renderThreadMember } from '../state/render-channel.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';
import { createMessage } from './messages.ts';

const DEFAULT_ARCHIVE_MINUTES = 4_320;
const HAS_THREAD = 1 << 5;

/** A thread as REST takes it. */
export interface ThreadInput {
  readonly name?: string;
  readonly archived?: boolean;
  readonly locked?: boolean;
  readonly invitable?: boolean;
  readonly auto_archive_duration?: number;
  readonly rate_limit_per_user?: number | null;
  readonly applied_tags?: readonly string[];
  readonly type?: ChannelType;
  /** Whether a post is pinned in its forum. */
  readonly flags?: number;
}

/** Creates a thread; one that starts from a message shares that message's id. */
export function createThread(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  options: { parent: ChannelRecord; input: ThreadInput; starter?: MessageRecord },
): ChannelRecord {
  const { parent, input, starter } = options;
  const now = new Date().toISOString();
  const channel: ChannelRecord = {
    id: starter?.message.id ?? world.ids.next(),
    type: input.type ?? threadTypeIn(parent, starter !== undefined),
    guildId: guild.id,
    name: input.name ?? 'thread',
    position: 0,
    parentId: parent.id,
    overwrites: new Map(),
    lastMessageId: null,
    properties: {
      rate_limit_per_user:
        input.rate_limit_per_user ?? parent.properties['default_thread_rate_limit_per_user'] ?? 0,
    },
    thread: {
      ownerId: actor.userId,
      archived: false,
      locked: false,
      invitable: input.invitable ?? true,
      autoArchiveMinutes: input.auto_archive_duration ?? archiveMinutesOf(parent),
      archivedAt: now,
      createdAt: now,
      messageCount: 0,
      totalMessageSent: 0,
      appliedTags: [...(input.applied_tags ?? [])],
      members: new Map([[actor.userId, now]]),
    },
  };
  world.state.channels.set(channel.id, channel);
  guild.channelIds.add(channel.id);
  announceCreation(world, channel, starter);
  const { name, type } = channel;
  const changes = changesBetween({}, { name, type });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.ThreadCreate, targetId: channel.id, changes });
  return channel;
}

/** Changes a thread. */
export function editThread(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { channel, input }: { channel: ChannelRecord; input: ThreadInput },
): void {
  const { thread } = channel;
  if (!thread) return;
  const before = auditView(channel);
  if (input.name !== undefined) channel.name = input.name;
  if (input.archived !== undefined && input.archived !== thread.archived) {
    thread.archived = input.archived;
    thread.archivedAt = new Date().toISOString();
  }
  thread.locked = input.locked ?? thread.locked;
  thread.invitable = input.invitable ?? thread.invitable;
  thread.autoArchiveMinutes = input.auto_archive_duration ?? thread.autoArchiveMinutes;
  if (input.applied_tags) thread.appliedTags = [...input.applied_tags];
  if (typeof input.flags === 'number') channel.properties = { ...channel.properties, flags: input.flags };
  if (input.rate_limit_per_user !== undefined) {
    channel.properties = { ...channel.properties, rate_limit_per_user: input.rate_limit_per_user ?? 0 };
  }
  world.emit('THREAD_UPDATE', renderChannel(world, channel), guild.id);
  const changes = changesBetween(before, auditView(channel));
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.ThreadUpdate, targetId: channel.id, changes });
}

function archiveMinutesOf(parent: ChannelRecord): number {
  const minutes = parent.properties['default_auto_archive_duration'];
  return typeof minutes === 'number' ? minutes : DEFAULT_ARCHIVE_MINUTES;
}

function threadTypeIn(parent: ChannelRecord, isFromMessage: boolean): ChannelType {
  if (parent.type === ChannelType.GuildAnnouncement) return ChannelType.AnnouncementThread;
  const isForum = parent.type === ChannelType.GuildForum || parent.type === ChannelType.GuildMedia;
  return isForum || isFromMessage ? ChannelType.PublicThread : ChannelType.PrivateThread;
}

function announceCreation(world: World, channel: ChannelRecord, starter: MessageRecord | undefined): void {
  const member = renderThreadMember(channel, world.botId);
  const data = { ...renderChannel(world, channel), newly_created: true, ...(member && { member }) };
  world.emit('THREAD_CREATE', data, channel.guildId);
  if (!starter) return;
  starter.message = { ...starter.message, flags: bitFlags((starter.message.flags ?? 0) | HAS_THREAD) };
  createMessage(world, {
    channel,
    author: starter.message.author,
    type: MessageType.ThreadStarterMessage,
    body: {
      message_reference: { message_id: starter.message.id, channel_id: starter.message.channel_id },
    },
  });
}

function auditView({ name, thread, properties }: ChannelRecord): Record<string, unknown> {
  return {
    name,
    archived: thread?.archived,
    locked: thread?.locked,
    invitable: thread?.invitable,
    auto_archive_duration: thread?.autoArchiveMinutes,
    rate_limit_per_user: properties['rate_limit_per_user'],
  };
}
