import { sql, type Kysely, type Selectable } from 'kysely';
import type { DataRights, JobDataRights } from '../../data-rights.ts';
import type { Database } from '../../database.ts';
import { toJsonb } from '../../to-jsonb.ts';
import type { DataRightsTable } from '../tables/data-rights-table.ts';

export type DeclaredDataRights = Selectable<DataRightsTable>;

export interface NewDataRights {
  readonly pluginId: string;
  readonly title: string;
  readonly tables: DataRights;
  readonly jobs: JobDataRights;
  /** Changes with whatever would have to be looked at again. */
  readonly print: string;
}

/** What plugins declared when they were loaded last, also plugins that are gone. */
export class DataRightsRepository {
  readonly #db: Kysely<Database>;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Lists them by plugin, core last: what others keep refers to its rows. */
  async list(): Promise<DeclaredDataRights[]> {
    return this.#db
      .selectFrom('core.data_rights')
      .selectAll()
      .orderBy(sql`plugin_id = 'core'`)
      .orderBy('pluginId')
      .execute();
  }

  /** The prints of what was saved last, by plugin. */
  async prints(): Promise<Map<string, string | null>> {
    const rows = await this.#db.selectFrom('core.data_rights').select(['pluginId', 'print']).execute();
    return new Map(rows.map(({ pluginId, print }) => [pluginId, print]));
  }

  async save({ pluginId, title, tables, jobs, print }: NewDataRights): Promise<void> {
    const values = { title, tables: toJsonb(tables), jobs: toJsonb(jobs), print };
    await this.#db
      .insertInto('core.data_rights')
      .values({ pluginId, ...values })
      .onConflict((conflict) =>
        conflict.column('pluginId').doUpdateSet({ ...values, declaredAt: sql`now()` }),
      )
      .execute();
  }
}
