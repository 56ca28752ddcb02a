import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '@twi/database';
import type { ColumnType, Generated } from 'kysely';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

export type BulkKind = 'mass-ban' | 'purge';

/** `asked` until somebody confirms it. */
export type BulkState = 'asked' | 'running' | 'done' | 'cancelled';

export type BulkItemState = 'waiting' | 'done' | 'failed';

/** Bulk work that a moderator asked for, which goes on after a restart. */
export interface BulkRunsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  kind: BulkKind;
  state: BulkState;
  moderatorId: SnowflakeColumn;
  /** Whose messages a purge deletes, where it is one person's. */
  targetId: NullableSnowflakeColumn;
  /** Where a purge takes place. */
  channelId: NullableSnowflakeColumn;
  reason: Nullable<string>;
  /** The case of a purge that took place. */
  caseNumber: Nullable<number>;
  /** Lets the bot edit the reply for 15 minutes; gone when the work is. */
  replyToken: Nullable<string>;
  /** Until when a process is at work on it. */
  leasedUntil: NullableTimestampColumn;
  createdAt: DefaultedTimestampColumn;
}

/** One person to ban, or one message to delete. */
export interface BulkItemsTable {
  runId: SnowflakeColumn;
  itemId: SnowflakeColumn;
  state: Generated<BulkItemState>;
  /** When it was begun; with `waiting`, nobody knows yet what became of it. */
  triedAt: NullableTimestampColumn;
  caseNumber: Nullable<number>;
  failure: Nullable<string>;
}
