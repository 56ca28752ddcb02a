import { readCatalogue } from './catalogue/read-catalogue.ts';
import { DatabaseHandle } from './database-handle.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts';
import { SILENT_LOGGER, type DatabaseLogger } from './logger.ts';

/** PostgreSQL 15 brought `unique nulls not distinct`, which core tables use. */
const OLDEST_SERVER_VERSION = 150_000;

export interface StartDatabaseOptions {
  /** Connection string of a PostgreSQL server, 15 or newer; an embedded one is started when absent. */
  readonly url?: string | undefined;
  /** An embedded server that is being started on `dataDir`, when there is no `url`; stopped with the database. */
  readonly server?: Promise<EmbeddedPostgres> | undefined;
  /** Directory of everything that the bot keeps on disk; the embedded server's data goes into its `postgres` folder. */
  readonly dataDir: string;
  /** Most connections at once; 10 when absent. */
  readonly poolSize?: number | undefined;
  /** Longest run of one statement in milliseconds; 30,000 when absent. Migrations are exempt. */
  readonly statementTimeoutMs?: number | undefined;
  /** How the connections are called in `pg_stat_activity`. */
  readonly applicationName?: string | undefined;
  readonly logger?: DatabaseLogger | undefined;
}

/**
 * Connects to the database, or starts the embedded one, and brings core's tables up to date.
 *
 * @throws {DataDirectoryInUseError} when another bot uses the data directory.
 * @throws {DataDirectoryVersionError} when another major version of PostgreSQL wrote it.
 * @throws {DataDirectoryAccessError} when the server's user cannot reach it.
 * @throws {MigrationError} when core's tables cannot be brought up to date.
 */
export async function startDatabase(options: StartDatabaseOptions): Promise<DatabaseHandle> {
  const logger = options.logger ?? SILENT_LOGGER;
  const server = options.url === undefined ? await startServer(options) : undefined;
  server?.logTo(logger);
  const url = server?.url ?? options.url ?? '';
  const handle = new DatabaseHandle({ ...options, url, logger }, async () => server?.stop());
  try {
    const catalogue = await readCatalogue(handle.db);
    assertServerVersion(catalogue.serverVersion);
    await handle.open(catalogue);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function assertServerVersion(version: number): void {
  if (version >= OLDEST_SERVER_VERSION) return;
  throw new Error(
    `The database server is PostgreSQL ${Math.floor(version / 10_000)}; at least 15 is needed.`,
  );
}

function startServer({ server, dataDir }: StartDatabaseOptions): Promise<EmbeddedPostgres> {
  return server ?? startEmbeddedPostgres({ dataDir });
}
