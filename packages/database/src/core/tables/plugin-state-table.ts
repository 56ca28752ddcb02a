import type { ColumnType, Generated } from 'kysely';
import type { DefaultedTimestampColumn, NullableTimestampColumn } from '../../columns.ts';

/** How the host last saw a plugin. */
export type PluginState = 'loaded' | 'failed' | 'quarantined' | 'unloaded';

/** The host's memory of a plugin across restarts. */
export interface PluginStateTable {
  pluginId: string;
  version: string;
  state: PluginState;
  failures: Generated<number>;
  quarantinedUntil: NullableTimestampColumn;
  lastError: ColumnType<string | null, string | null | undefined, string | null>;
  changedAt: DefaultedTimestampColumn;
}
