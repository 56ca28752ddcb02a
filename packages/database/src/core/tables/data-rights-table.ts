import type { DefaultedTimestampColumn, JsonbColumn } from '../../columns.ts';

/** What a plugin declared when it was loaded last. */
export interface DataRightsTable {
  pluginId: string;
  title: string;
  /** Of the plugin's tables, by name. */
  tables: JsonbColumn<unknown>;
  /** Of the plugin's jobs, by name. */
  jobs: JsonbColumn<unknown>;
  declaredAt: DefaultedTimestampColumn;
}
