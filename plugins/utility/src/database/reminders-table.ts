import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
  TimestampColumn,
} from '@twi/database';

/** What somebody wants to be told, and when. */
export interface RemindersTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  /** Where it was asked for. */
  channelId: SnowflakeColumn;
  userId: SnowflakeColumn;
  text: string;
  dueAt: TimestampColumn;
  createdAt: DefaultedTimestampColumn;
  /** When a process began to deliver it. Without `deliveredAt`, nobody knows whether it got through. */
  attemptedAt: NullableTimestampColumn;
  deliveredAt: NullableTimestampColumn;
  deletedAt: NullableTimestampColumn;
}
