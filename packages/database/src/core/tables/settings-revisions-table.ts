import type {
  DefaultedTimestampColumn,
  JsonbColumn,
  NullableSnowflakeColumn,
  SnowflakeColumn,
} from '../../columns.ts';

/** One state of a plugin's settings in a guild. Revisions are only ever added. */
export interface SettingsRevisionsTable {
  guildId: SnowflakeColumn;
  pluginId: string;
  /** Counts from 1 within guild and plugin. */
  revision: number;
  value: JsonbColumn<unknown>;
  schemaVersion: number;
  changedBy: NullableSnowflakeColumn;
  changedAt: DefaultedTimestampColumn;
}
