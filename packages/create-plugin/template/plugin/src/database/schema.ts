import type { DefaultedTimestampColumn, SnowflakeColumn } from '@twi/database';

/** The points of a member in a server. */
export interface ScoresTable {
  guildId: SnowflakeColumn;
  userId: SnowflakeColumn;
  points: number;
  /** When points were last added. */
  updatedAt: DefaultedTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'my_plugin.scores': ScoresTable;
  }
}
