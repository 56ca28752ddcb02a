import { AuditLogEvent, ChannelType } from 'discord-api-types/v10';
import { defaultProperties } from '../state/channel.ts';
import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import { renderChannel } from '../state/render-channel.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';
import { knownProperties, numberTags } from './channel-properties.ts';
import { overwritesOf } from './overwrites.ts';
import type { OverwriteInput } from './overwrites.ts';

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
    properties: { ...defaultProperties(type), ...knownProperties(rest) },
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
  channel.properties = { ...channel.properties, ...knownProperties(rest) };
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
