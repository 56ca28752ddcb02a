import {
  type Database,
  type DataRights,
  DataRightsRepository,
  declarationFaults,
  type DeclaredTable,
  declaredTables,
  type JobDataRights,
  readTableShapes,
  schemaNameOf,
} from '@twi/database';
import type { Plugin } from '@twi/sdk';
import type { Kysely } from 'kysely';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';

/** What a plugin keeps, as it declared when it was loaded last. */
export interface DeclaredPlugin {
  readonly id: string;
  readonly title: string;
  /** Those that are there, each before those that it refers to. */
  readonly tables: readonly DeclaredTable[];
  readonly jobs: JobDataRights;
}

/** What plugins declare about the data of people and guilds. It outlives them: the data of a plugin that is gone is covered. */
export class Declarations {
  readonly #db: Kysely<Database>;
  readonly #rows: DataRightsRepository;

  constructor(db: Kysely<Database>) {
    this.#db = db;
    this.#rows = new DataRightsRepository(db);
  }

  /**
   * Remembers what a plugin declares. Its migrations have run.
   *
   * @throws {TypeError} when a declaration does not fit the tables, with all faults.
   */
  async save({ id, title, tables = {}, jobs = {} }: Plugin): Promise<void> {
    const faults = declarationFaults(tables, await readTableShapes(this.#db, schemaOf(id)));
    if (faults.length > 0) throw new TypeError(`The manifest of "${id}" is faulty: ${faults.join('; ')}.`);
    const kept = Object.entries(jobs).flatMap(([name, { erase }]) => (erase ? [[name, erase] as const] : []));
    await this.#rows.save({ pluginId: id, title, tables, jobs: Object.fromEntries(kept) });
  }

  /** What every plugin declared that was ever loaded; core comes last. */
  async list(): Promise<DeclaredPlugin[]> {
    const declared = await this.#rows.list();
    return Promise.all(
      declared.map(async ({ pluginId, title, tables, jobs }) => ({
        id: pluginId,
        title,
        tables: await this.#tablesOf(pluginId, tables),
        jobs,
      })),
    );
  }

  async #tablesOf(pluginId: string, rights: DataRights): Promise<DeclaredTable[]> {
    const schema = schemaOf(pluginId);
    return declaredTables(schema, rights, await readTableShapes(this.#db, schema));
  }
}

function schemaOf(pluginId: string): string {
  return pluginId === CORE_PLUGIN_ID ? 'core' : schemaNameOf(pluginId);
}
