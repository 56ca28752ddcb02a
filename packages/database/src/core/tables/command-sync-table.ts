import type { DefaultedTimestampColumn, SnowflakeColumn } from '../../columns.ts';

/** What Discord was last told about a guild's commands. */
export interface CommandSyncTable {
  /** `0` stands for the global commands. */
  guildId: SnowflakeColumn;
  hash: string;
  syncedAt: DefaultedTimestampColumn;
}
