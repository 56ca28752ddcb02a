import type { DefaultedTimestampColumn, NullableSnowflakeColumn, SnowflakeColumn } from '../../columns.ts';

/** Whether a guild uses a plugin. A missing row means that nobody decided. */
export interface GuildPluginsTable {
  guildId: SnowflakeColumn;
  pluginId: string;
  enabled: boolean;
  /** Who decided; `null` after erasure, or when the bot did. */
  changedBy: NullableSnowflakeColumn;
  changedAt: DefaultedTimestampColumn;
}
