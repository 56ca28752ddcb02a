import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { APIAuditLogChange, AuditLogEvent } from 'discord-api-types/v10';
import type { AuditEntryRecord } from '../state/audit-log.ts';
import type { GuildRecord } from '../state/guild.ts';
import { permissionsOf } from '../state/standing.ts';
import type { World } from '../state/world.ts';

/** Who does something, and the reason given for the audit log. */
export interface Actor {
  readonly userId: string;
  readonly reason?: string | undefined;
}

/** What an action leaves in the audit log. */
interface AuditOptions {
  readonly type: AuditLogEvent;
  readonly targetId: string | null;
  readonly changes?: readonly { key: string; old?: unknown; new?: unknown }[];
  readonly options?: Record<string, string>;
}

/** Writes a line into a guild's audit log and tells the bot, if it may read the log; what nobody did, as when a scene is set up, leaves none. */
export function writeAuditLog(
  world: World,
  guild: GuildRecord,
  actor: Actor | undefined,
  entry: AuditOptions,
): void {
  if (!actor) return;
  const record: AuditEntryRecord = {
    id: world.ids.next(),
    user_id: actor.userId,
    target_id: entry.targetId,
    action_type: entry.type,
    ...(entry.changes && entry.changes.length > 0 && { changes: entry.changes.map(renderChange) }),
    ...(entry.options && { options: entry.options }),
    ...(actor.reason !== undefined && { reason: actor.reason }),
  };
  guild.auditLog.push(record);
  if ((permissionsOf(guild, world.botId) & PermissionFlagsBits.ViewAuditLog) !== 0n) {
    world.emit('GUILD_AUDIT_LOG_ENTRY_CREATE', { ...record, guild_id: guild.id }, guild.id);
  }
}

/** Lists what differs between two states of a thing, for the audit log. */
export function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): { key: string; old?: unknown; new?: unknown }[] {
  return Object.keys(after)
    .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => ({ key, old: before[key], new: after[key] }));
}

function renderChange(change: { key: string; old?: unknown; new?: unknown }): APIAuditLogChange {
  const rendered = {
    key: change.key,
    ...(change.old !== undefined && change.old !== null && { old_value: change.old }),
    ...(change.new !== undefined && change.new !== null && { new_value: change.new }),
  };
  // -- Discord types every key on its own; the callers name keys that exist
  return rendered as APIAuditLogChange;
}
