import type { APIAuditLogChange, AuditLogEvent } from 'discord-api-types/v10';

/** One line of a guild's audit log, in Discord's wire form. */
export interface AuditEntryRecord {
  readonly id: string;
  readonly user_id: string;
  readonly target_id: string | null;
  readonly action_type: AuditLogEvent;
  readonly changes?: APIAuditLogChange[];
  readonly options?: Record<string, string>;
  readonly reason?: string;
}
