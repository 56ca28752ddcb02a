import type { DefaultedTimestampColumn, JsonbColumn } from '../../columns.ts';
import type { DataRights, JobDataRights } from '../../data-rights.ts';

/** What a plugin declared when it was loaded last. */
export interface DataRightsTable {
  pluginId: string;
  title: string;
  /** Of the plugin's tables, by name. */
  tables: JsonbColumn<DataRights>;
  /** Of the plugin's jobs, by name. */
  jobs: JsonbColumn<JobDataRights>;
  declaredAt: DefaultedTimestampColumn;
}
