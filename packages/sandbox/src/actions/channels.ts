import { AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import { defaultProperties } from '../state/channel.ts';
import type { ChannelRecord, OverwriteRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import { renderChannel } from '../state/render-channel.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';

const PROPERTIES: ReadonlySet<string> = new Set([
  'available_tags',
  'bitrate',
  'default_auto_archive_duration',
  'default_forum_layout',
  'default_reaction_emoji',
  'default_sort_order',
  'default_thread_rate_limit_per_user',
  'flags',
  'nsfw',
  'rate_limit_per_user',
  'rtc_region',
  'topic',
  'user_limit',
  'video_quality_mode',
]);

/** What null means for the fields that cannot be empty. */
const EMPTY: Readonly<Record<string, unknown>> = {
  available_tags: [],
  nsfw: false,
  rate_limit_per_user: 0,
  user_limit: 0,
};

/** An overwrite as REST takes it. */
export interface OverwriteInput {
  readonly id: string;
  readonly type: 0 | 1 | '0' | '1';
  readonly allow?: string | null;
  readonly deny?: string | null;
}

/** A channel as REST takes it; keys that no rule reads are kept as they are. */
export interface ChannelInput {
  readonly name?: string;
  readonly type?: ChannelType;
  readonly position?: number | null;
  readonly parent_id?: string | null;
  readonly permission_overwrites?: readonly OverwriteInput[] | null;
  readonly [property: string]: unknown;
}

/** Creates a channel of a guild. */
export function createChannel(
  world: World,
  guild: GuildRecord,
  actor: Actor | undefined,
  {
    name = 'new-channel',
    type = ChannelType.GuildText,
    position,
    parent_id,
    permission_overwrites,
    ...rest
  }: ChannelInput,
): ChannelRecord {
  const parent = typeof parent_id === 'string' ? world.channel(parent_id) : undefined;
  const overwrites = permission_overwrites
    ? overwritesOf(permission_overwrites)
    : new Map([...(parent?.overwrites ?? [])].map(([id, overwrite]) => [id, { ...overwrite }]));
  const channel: ChannelRecord = {
    id: world.ids.next(),
    type,
    guildId: guild.id,
    name,
    position: position ?? guild.channelIds.size,
    parentId: parent?.id ?? null,
    overwrites,
    lastMessageId: null,
    properties: { ...defaultProperties(type), ...given(rest) },
  };
  if (channel.properties['available_tags']) numberTags(world, channel);
  world.state.channels.set(channel.id, channel);
  guild.channelIds.add(channel.id);
  world.emit('CHANNEL_CREATE', renderChannel(world, channel), guild.id);
  writeAuditLog(world, guild, actor, {
    type: AuditLogEvent.ChannelCreate,
    targetId: channel.id,
    changes: changesBetween({}, { name, type }),
  });
  return channel;
}

/** Changes a channel of a guild. */
export function editChannel(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { channel, input }: { channel: ChannelRecord; input: ChannelInput },
): void {
  const before = renderChannel(world, channel);
  const { name, type, position, parent_id, permission_overwrites, ...rest } = input;
  if (name !== undefined) channel.name = name;
  if (type !== undefined) channel.type = type;
  if (typeof position === 'number') channel.position = position;
  if (parent_id !== undefined) channel.parentId = parent_id;
  if (permission_overwrites) channel.overwrites = overwritesOf(permission_overwrites);
  channel.properties = { ...channel.properties, ...given(rest) };
  if (rest['available_tags']) numberTags(world, channel);
  const after = renderChannel(world, channel);
  world.emit('CHANNEL_UPDATE', after, guild.id);
  writeAuditLog(world, guild, actor, {
    type: AuditLogEvent.ChannelUpdate,
    targetId: channel.id,
    changes: changesBetween(before, after),
  });
}

/** Moves channels to new positions or parents. */
export function moveChannels(
  world: World,
  guild: GuildRecord,
  moves: readonly {
    id: string;
    position?: number | null | undefined;
    parent_id?: string | null | undefined;
  }[],
): void {
  for (const { id, position, parent_id: parentId } of moves) {
    const channel = world.channel(id);
    if (channel.guildId !== guild.id) continue;
    if (typeof position === 'number') channel.position = position;
    if (parentId !== undefined) channel.parentId = parentId;
    world.emit('CHANNEL_UPDATE', renderChannel(world, channel), guild.id);
  }
}

/** Deletes a channel or thread with its messages. */
export function deleteChannel(world: World, guild: GuildRecord, actor: Actor, channel: ChannelRecord): void {
  const { id, thread } = channel;
  for (const other of world.threadsOf(guild)) if (other.parentId === id) forget(world, guild, other.id);
  const rendered = renderChannel(world, channel);
  forget(world, guild, id);
  if (thread) {
    const { guild_id, parent_id, type } = rendered;
    world.emit('THREAD_DELETE', { id, guild_id, parent_id, type }, guild.id);
  } else {
    world.emit('CHANNEL_DELETE', rendered, guild.id);
  }
  writeAuditLog(world, guild, actor, {
    type: thread ? AuditLogEvent.ThreadDelete : AuditLogEvent.ChannelDelete,
    targetId: id,
    changes: [{ key: 'name', old: channel.name }],
  });
}

/** Sets or removes one overwrite of a channel. */
export function setOverwrite(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  change: { channel: ChannelRecord; id: string; overwrite: OverwriteRecord | undefined },
): void {
  const { channel, id, overwrite } = change;
  const known = channel.overwrites.get(id);
  if (overwrite) channel.overwrites.set(id, overwrite);
  else channel.overwrites.delete(id);
  const created = known ? AuditLogEvent.ChannelOverwriteUpdate : AuditLogEvent.ChannelOverwriteCreate;
  world.emit('CHANNEL_UPDATE', renderChannel(world, channel), guild.id);
  writeAuditLog(world, guild, actor, {
    type: overwrite ? created : AuditLogEvent.ChannelOverwriteDelete,
    targetId: channel.id,
    options: { id, type: String((overwrite ?? known)?.type ?? 0) },
  });
}

/** Reads overwrites as REST takes them. */
export function overwriteOf(input: OverwriteInput): OverwriteRecord {
  return {
    id: input.id,
    type: Number(input.type) === 1 ? 1 : 0,
    allow: BigInt(input.allow ?? 0),
    deny: BigInt(input.deny ?? 0),
  };
}

function overwritesOf(inputs: readonly OverwriteInput[]): Map<string, OverwriteRecord> {
  return new Map(inputs.map((input) => [input.id, overwriteOf(input)]));
}

function forget(world: World, guild: GuildRecord, channelId: string): void {
  for (const record of world.state.messages.get(channelId)?.values() ?? []) {
    for (const id of record.attachmentIds) world.state.attachments.delete(id);
  }
  for (const webhook of world.state.webhooks.values()) {
    if (webhook.channelId === channelId) world.state.webhooks.delete(webhook.id);
  }
  world.state.messages.delete(channelId);
  world.state.channels.delete(channelId);
  guild.channelIds.delete(channelId);
}

/** Keeps the fields of a channel that exist; Discord ignores others, and takes null for the usual value. */
function given(properties: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(properties).filter(
    ([key, value]) => PROPERTIES.has(key) && value !== undefined,
  );
  return Object.fromEntries(known.map(([key, value]) => [key, value ?? EMPTY[key] ?? null]));
}

function numberTags(world: World, channel: ChannelRecord): void {
  // -- the rules have checked the list of tags
  const tags = channel.properties['available_tags'] as readonly Record<string, unknown>[];
  channel.properties['available_tags'] = tags.map((tag) => ({
    moderated: false,
    emoji_id: null,
    emoji_name: null,
    ...tag,
    id: typeof tag['id'] === 'string' ? tag['id'] : world.ids.next(),
  }));
}
