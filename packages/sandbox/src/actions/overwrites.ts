import { AuditLogEvent } from 'discord-api-types/v10';
import type { ChannelRecord, OverwriteRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import { renderChannel } from '../state/render-channel.ts';
import type { World } from '../state/world.ts';
import { writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';

/** An overwrite as REST takes it. */
export interface OverwriteInput {
  readonly id: string;
  readonly type: 0 | 1 | '0' | '1';
  readonly allow?: string | null;
  readonly deny?: string | null;
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

/** Reads all overwrites of a channel as REST takes them. */
export function overwritesOf(inputs: readonly OverwriteInput[]): Map<string, OverwriteRecord> {
  return new Map(inputs.map((input) => [input.id, overwriteOf(input)]));
}
