import { CompiledQuery, sql, type IsolationLevel, type Kysely, type Transaction } from 'kysely';
import { QueryCaches } from './cache/query-caches.ts';
import type { Catalogue } from './catalogue/read-catalogue.ts';
import { ConnectionPool, type ConnectionOptions, type PoolStatistics } from './connection/connection-pool.ts';
import { createKysely } from './connection/create-kysely.ts';
import { isStrained } from './connection/is-strained.ts';
import { withRetry, type RetryOptions } from './connection/with-retry.ts';
import { createCommandUsagePartitions } from './core/command-usage-partitions.ts';
import { EnsuredRows } from './core/ensured-rows.ts';
import type { Database } from './database.ts';
import type { Migrations } from './migrations/migration.ts';
import { SchemaMigrator } from './migrations/schema-migrator.ts';
import { Notifications } from './notifications/notifications.ts';
import { GuardedDialect } from './ownership/guarded-dialect.ts';
import { TableOwner } from './ownership/table-owner.ts';
import type { PluginDatabase, PluginTables } from './plugin-database.ts';
import { schemaNameOf } from './schema-name.ts';

export interface TransactionOptions extends RetryOptions {
  /** PostgreSQL's default, `read committed`, when absent. */
  readonly isolationLevel?: IsolationLevel;
}

/** The bot's database: everything that the host and, through it, the plugins use. Made by `startDatabase`. */
export class DatabaseHandle {
  /** Connection string of the server; holds the password. */
  readonly url: string;
  /** Every table, without guard: for core. */
  readonly db: Kysely<Database>;
  /** Messages between the processes of the bot. */
  readonly notifications: Notifications;
  /** Query caches that stay in step across processes. */
  readonly cache: QueryCaches;
  readonly #pool: ConnectionPool;
  readonly #rows: EnsuredRows;
  readonly #migrator: SchemaMigrator;
  readonly #schemas = new Set<string>();
  readonly #stopServer: () => Promise<void>;
  #closing: Promise<void> | undefined;

  constructor(options: ConnectionOptions, stopServer: () => Promise<void>) {
    const { url, logger } = options;
    this.url = url;
    this.#stopServer = stopServer;
    this.#pool = new ConnectionPool(options);
    this.db = createKysely<Database>(this.#pool.borrow());
    this.#migrator = new SchemaMigrator(url, this.#schemas);
    this.notifications = new Notifications({
      url,
      logger,
      applicationName: options.applicationName ?? 'twi-bot-shard',
      query: (text, values) => withRetry(() => this.db.executeQuery(CompiledQuery.raw(text, [...values]))),
    });
    this.cache = new QueryCaches(this.notifications, logger);
    this.#rows = new EnsuredRows(this.db, this.cache);
  }

  /** Migrates core and opens the notification connection. Called once, by `startDatabase`. */
  async open({ schemas, histories }: Catalogue): Promise<void> {
    for (const name of schemas) this.#schemas.add(name);
    this.#migrator.expect(histories);
    await this.#migrator.migrateCore();
    await createCommandUsagePartitions(this.db);
    await this.notifications.connect();
    await this.cache.connect();
  }

  /** Whether the database had a schema at the start, or has got it by migrating since. */
  hasSchema(name: string): boolean {
    return this.#schemas.has(name);
  }

  /** The database as a plugin may use it; everything else is refused by the type checker and at run time. */
  forPlugin<PluginId extends string>(pluginId: PluginId): PluginDatabase<PluginId> {
    const owner = new TableOwner(pluginId, schemaNameOf(pluginId), this.#schemas);
    const pool = this.#pool.borrow();
    return createKysely<PluginTables<PluginId>>(pool, new GuardedDialect({ pool }, owner));
  }

  /**
   * Brings a plugin's schema up to date.
   *
   * @param version of the plugin's package; a downgrade is refused with it
   * @returns the names of the migrations that ran
   * @throws {MigrationError} when one fails; the schema is as it was.
   * @throws {MigrationDowngradeError} when the database was migrated by a newer version of the plugin.
   */
  migratePlugin(pluginId: string, migrations: Migrations, version?: string): Promise<string[]> {
    return this.#migrator.migratePlugin(pluginId, migrations, version);
  }

  /** Undoes all migrations of a plugin and removes its schema with all data. */
  rollbackPlugin(pluginId: string, migrations: Migrations): Promise<string[]> {
    return this.#migrator.rollbackPlugin(pluginId, migrations);
  }

  /** Runs a transaction, again from its start when it lost a race, met a deadlock or lost its connection. */
  transaction<Result>(
    work: (db: Transaction<Database>) => Promise<Result>,
    options: TransactionOptions = {},
  ): Promise<Result> {
    const { isolationLevel } = options;
    return withRetry(() => {
      const transaction = this.db.transaction();
      return (isolationLevel ? transaction.setIsolationLevel(isolationLevel) : transaction).execute(work);
    }, options);
  }

  /** Makes sure that `core.guilds` has the guild; free after the first call. */
  ensureGuild(id: string): Promise<void> {
    return this.#rows.ensureGuild(id);
  }

  /** Makes sure that `core.users` has the user; free after the first call. */
  ensureUser(id: string): Promise<void> {
    return this.#rows.ensureUser(id);
  }

  /** Says that a guild's row was deleted, so that `ensureGuild` makes it again. In all processes. */
  forgetGuild(id: string): Promise<void> {
    return this.#rows.forgetGuild(id);
  }

  /** Says that a user's row was deleted, so that `ensureUser` makes it again. In all processes. */
  forgetUser(id: string): Promise<void> {
    return this.#rows.forgetUser(id);
  }

  /** Measures one round trip to the server, in milliseconds. */
  async ping(): Promise<number> {
    const start = performance.now();
    await sql`select`.execute(this.db);
    return performance.now() - start;
  }

  /** Whether it answers slowly, not at all, or lets somebody wait for a lock. Resolves within half a second. */
  isStrained(): Promise<boolean> {
    return isStrained(this.db);
  }

  pool(): PoolStatistics {
    return this.#pool.statistics();
  }

  /** Ends all connections and, when it was started here, the embedded server. Bounded; may be called twice. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    try {
      await this.notifications.close();
      await this.#pool.close();
    } finally {
      await this.#stopServer();
    }
  }
}
