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
  /** Of the declarations and of the migrations that they were compared with; `null` before it was kept. */
  print: string | null;
  declaredAt: DefaultedTimestampColumn;
}
