import type { NullableSnowflakeColumn, TimestampColumn } from '../../columns.ts';

/** How a use of a command ended. */
export type CommandOutcome = 'success' | 'refused' | 'failed';

/** One use of a command. Partitioned by month. */
export interface CommandUsagesTable {
  command: string;
  guildId: NullableSnowflakeColumn;
  userId: NullableSnowflakeColumn;
  usedAt: TimestampColumn;
  durationMs: number;
  outcome: CommandOutcome;
}
