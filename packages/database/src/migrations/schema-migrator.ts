import { readFileSync } from 'node:fs';
import { Pool } from 'pg';
import { createKysely } from '../connection/create-kysely.ts';
import { coreMigrations } from '../core/migrations/core-migrations.ts';
import { OwnershipPlugin } from '../ownership/ownership-plugin.ts';
import { TableOwner } from '../ownership/table-owner.ts';
import { schemaNameOf } from '../schema-name.ts';
import {
  type AppliedMigration,
  isUpToDate,
  migrateSchema,
  type MigrationTarget,
  rollbackSchema,
} from './migrate-schema.ts';
import type { MigrationDatabase, Migrations } from './migration.ts';

const CORE: MigrationTarget = {
  pluginId: 'core',
  schema: 'core',
  migrations: coreMigrations,
  version: readOwnVersion(),
  guard: (db) => db,
};

/** Migrates schemas, each attempt over a connection of its own: rewriting a large table may outlast the statement timeout. */
export class SchemaMigrator {
  readonly #url: string;
  readonly #schemas: Set<string>;
  /** What was read at the start and not made use of yet. */
  #expected = new Map<string, readonly AppliedMigration[]>();

  /** @param schemas all schemas of the database; the migrated ones are added. */
  constructor(url: string, schemas: Set<string>) {
    this.#url = url;
    this.#schemas = schemas;
  }

  /**
   * Hears which migrations schemas have. The first time that each is migrated, a schema that has all of them is left at
   * that: nothing is locked and nobody connects. Later, others may have changed it.
   */
  expect(histories: ReadonlyMap<string, readonly AppliedMigration[]>): void {
    this.#expected = new Map(histories);
  }

  async migrateCore(): Promise<void> {
    await this.#migrate(CORE);
  }

  async migratePlugin(pluginId: string, migrations: Migrations, version?: string): Promise<string[]> {
    return this.#migrate(this.#target(pluginId, migrations, version));
  }

  async rollbackPlugin(pluginId: string, migrations: Migrations): Promise<string[]> {
    const target = this.#target(pluginId, migrations);
    this.#expected.delete(target.schema);
    return this.#connected((db) => rollbackSchema(db, target));
  }

  async #migrate(target: MigrationTarget): Promise<string[]> {
    const expected = this.#expected.get(target.schema);
    this.#expected.delete(target.schema);
    if (expected && isUpToDate(target, expected)) return [];
    const applied = await this.#connected((db) => migrateSchema(db, target));
    this.#schemas.add(target.schema);
    return applied;
  }

  #target(pluginId: string, migrations: Migrations, version?: string): MigrationTarget {
    const schema = schemaNameOf(pluginId);
    const ownership = new OwnershipPlugin(new TableOwner(pluginId, schema, this.#schemas));
    return { pluginId, schema, migrations, version, guard: (db) => db.withPlugin(ownership) };
  }

  async #connected<Result>(work: (db: MigrationDatabase) => Promise<Result>): Promise<Result> {
    const pool = new Pool({
      connectionString: this.#url,
      max: 1,
      application_name: 'twi-bot-shard migrations',
    });
    pool.on('connect', (client) => client.on('error', () => {})); // -- a broken connection fails the query under way
    pool.on('error', () => {});
    const db: MigrationDatabase = createKysely(pool);
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  }
}

/** Core's tables come with this package. */
function readOwnVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  // -- the file is this package's own, and npm installs none without a version
  return (JSON.parse(text) as { version: string }).version;
}
