import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
  TimestampColumn,
} from '@twi/database';
import type { ColumnType, Generated } from 'kysely';
import type { AutomodRulesTable } from './automod-rules-table.ts';
import type { BulkItemsTable, BulkRunsTable } from './bulk-tables.ts';
import type { ChannelLocksTable } from './channel-lock-table.ts';
import type { CaseType } from '../cases/case-type.ts';
import type { PurgedFilesTable, PurgedMessagesTable } from './purge-tables.ts';

/** `pending` until Discord has answered; `failed` when it refused. Warnings and notes are `done` at once. */
export type CaseState = 'pending' | 'done' | 'failed';

/** What became of the message to the target: `off` by setting or because no message could reach them. */
export type DmState = 'sent' | 'closed' | 'failed' | 'off';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** The number that the newest case of a guild has. Its row lock keeps numbers free of gaps and repeats. */
interface CaseCountersTable {
  guildId: SnowflakeColumn;
  lastNumber: number;
}

/** One moderation action each. */
export interface CasesTable {
  guildId: SnowflakeColumn;
  /** Counts from 1 in each guild. */
  number: number;
  type: CaseType;
  state: CaseState;
  /** The person acted on. */
  targetId: SnowflakeColumn;
  /** The person who acted; the bot itself where it acted by its own. */
  moderatorId: SnowflakeColumn;
  reason: Nullable<string>;
  dmState: Nullable<DmState>;
  /** Why Discord refused, in words. */
  failure: Nullable<string>;
  /** Why a ban that ran out could not be lifted, in words. */
  liftFailure: Nullable<string>;
  createdAt: DefaultedTimestampColumn;
  /** When a timeout or temporary ban ends. */
  expiresAt: NullableTimestampColumn;
  deletedAt: NullableTimestampColumn;
  /** The entry in Discord's audit log, where somebody else did it by hand. */
  auditEntryId: NullableSnowflakeColumn;
  /** Where a purge took place. */
  channelId: NullableSnowflakeColumn;
  /** The case that this one takes back or repeats. */
  follows: Nullable<number>;
  /** The warning whose points led to it. */
  causedBy: Nullable<number>;
}

/** How far the audit log of a guild has been read. */
interface AuditPositionsTable {
  guildId: SnowflakeColumn;
  entryId: SnowflakeColumn;
}

/** What moderators added to a case later. */
export interface CaseNotesTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  caseNumber: number;
  authorId: SnowflakeColumn;
  text: string;
  createdAt: DefaultedTimestampColumn;
  deletedAt: NullableTimestampColumn;
}

/** The end of a temporary ban that is still to come: at most one per person and guild. */
export interface PendingExpiriesTable {
  guildId: SnowflakeColumn;
  userId: SnowflakeColumn;
  /** The ban that ends. */
  caseNumber: number;
  /** When to lift it, or to try again. */
  dueAt: TimestampColumn;
  /** How often Discord has refused to lift it. */
  attempts: Generated<number>;
}

/** A log channel that takes no messages, of which the guild has been told. */
interface LogPausesTable {
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  pausedAt: DefaultedTimestampColumn;
}

/** The points that a warning adds. */
export interface WarnPointsTable {
  guildId: SnowflakeColumn;
  caseNumber: number;
  userId: SnowflakeColumn;
  points: number;
  /** The points that counted when it was added. */
  pointsBefore: Generated<number>;
  expiresAt: TimestampColumn;
  /** When what the points lead to was done, or found not to be wanted. */
  followedAt: NullableTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'moderation.automod_rules': AutomodRulesTable;
    'moderation.audit_positions': AuditPositionsTable;
    'moderation.bulk_items': BulkItemsTable;
    'moderation.bulk_runs': BulkRunsTable;
    'moderation.case_counters': CaseCountersTable;
    'moderation.case_notes': CaseNotesTable;
    'moderation.cases': CasesTable;
    'moderation.log_pauses': LogPausesTable;
    'moderation.channel_locks': ChannelLocksTable;
    'moderation.pending_expiries': PendingExpiriesTable;
    'moderation.purged_files': PurgedFilesTable;
    'moderation.purged_messages': PurgedMessagesTable;
    'moderation.warn_points': WarnPointsTable;
  }
}
