import { AuditLogEvent, type GuildAuditLogsEntry, type Snowflake } from 'discord.js';

/** The case types that people bring about by hand in Discord. */
type ManualType = 'ban' | 'unban' | 'kick' | 'timeout' | 'untimeout';

/** Something that somebody else than this bot did, as Discord's audit log has it. */
export interface ManualAction {
  readonly type: ManualType;
  /** The entry in the audit log. */
  readonly entryId: Snowflake;
  readonly targetId: Snowflake;
  readonly moderatorId: Snowflake;
  readonly reason: string | null;
  readonly doneAt: Date;
  /** When a timeout ends. */
  readonly expiresAt?: Date | undefined;
}

const TYPES: ReadonlyMap<AuditLogEvent, ManualType> = new Map([
  [AuditLogEvent.MemberBanAdd, 'ban'],
  [AuditLogEvent.MemberBanRemove, 'unban'],
  [AuditLogEvent.MemberKick, 'kick'],
]);

/**
 * What an entry of the audit log says was done to a person, or `undefined` where it is about anything else. Timeouts
 * are changes of a member; one that ends by itself leaves no entry (Resources › Audit Log).
 */
export function manualActionOf(entry: GuildAuditLogsEntry): ManualAction | undefined {
  const { id: entryId, action, targetId, executorId, reason, createdAt: doneAt } = entry;
  if (targetId === null || executorId === null) return undefined;
  const common = { entryId, targetId, moderatorId: executorId, reason, doneAt };
  const type = TYPES.get(action);
  if (type) return { ...common, type };

  const change = entry.changes.find(({ key }) => key === 'communication_disabled_until');
  if (action !== AuditLogEvent.MemberUpdate || !change) return undefined;
  if (typeof change.new !== 'string') return { ...common, type: 'untimeout' };
  return { ...common, type: 'timeout', expiresAt: new Date(change.new) };
}
