import { createHash } from 'node:crypto';
import {
  coreMigrations,
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
import { readSdkVersion } from '../discovery/sdk-version.ts';
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
  /** Of what earlier starts declared; each is looked at once. */
  #prints: Promise<Map<string, string | null>> | undefined;

  constructor(db: Kysely<Database>) {
    this.#db = db;
    this.#rows = new DataRightsRepository(db);
  }

  /**
   * Remembers what a plugin declares. Its migrations have run. What an earlier start declared of the same tables was
   * checked then.
   *
   * @throws {TypeError} when a declaration does not fit the tables, with all faults.
   */
  async save(plugin: Plugin): Promise<void> {
    const { id, title, tables = {}, jobs = {} } = plugin;
    const kept = Object.entries(jobs).flatMap(([name, { erase }]) => (erase ? [[name, erase] as const] : []));
    const declared = { pluginId: id, title, tables, jobs: Object.fromEntries(kept) };
    const print = printOf(declared, migrationsOf(plugin));
    if ((await this.#takePrint(id)) === print) return;
    const faults = declarationFaults(tables, await readTableShapes(this.#db, schemaOf(id)));
    if (faults.length > 0) throw new TypeError(`The manifest of "${id}" is faulty: ${faults.join('; ')}.`);
    await this.#rows.save({ ...declared, print });
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

  async #takePrint(pluginId: string): Promise<string | null | undefined> {
    this.#prints ??= this.#rows.prints();
    const prints = await this.#prints.catch((error: unknown) => {
      this.#prints = undefined;
      throw error;
    });
    const print = prints.get(pluginId);
    prints.delete(pluginId);
    return print;
  }

  async #tablesOf(pluginId: string, rights: DataRights): Promise<DeclaredTable[]> {
    const schema = schemaOf(pluginId);
    return declaredTables(schema, rights, await readTableShapes(this.#db, schema));
  }
}

function schemaOf(pluginId: string): string {
  return pluginId === CORE_PLUGIN_ID ? 'core' : schemaNameOf(pluginId);
}

function migrationsOf({ id, migrations = {} }: Plugin): string[] {
  return Object.keys(id === CORE_PLUGIN_ID ? coreMigrations : migrations).toSorted();
}

/** An upgrade of the host looks at everything again: it may look more closely. */
function printOf(declared: object, migrations: readonly string[]): string {
  const whole = JSON.stringify([readSdkVersion(), declared, migrations]);
  return createHash('sha256').update(whole).digest('base64url');
}
