import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { SILENT_LOGGER, type DatabaseLogger } from '../logger.ts';
import { clusterUrl } from './cluster-url.ts';
import { openCluster, type Cluster } from './cluster.ts';
import { DataDirectoryInUseError, EmbeddedPostgresError } from './errors.ts';
import { acquireOwnerLock } from './owner-lock.ts';
import type { Postmaster } from './postmaster.ts';
import { ensureServer, stopServer, type ServerOptions } from './server.ts';

const RESTART_DELAY_MS = 500;
const START_ATTEMPTS = 5;

export interface EmbeddedPostgresOptions {
  /** Directory of everything that the bot keeps on disk; PostgreSQL's data goes into its `postgres` folder. */
  readonly dataDir: string;
  readonly logger?: DatabaseLogger | undefined;
  /** Further settings of `postgresql.conf`, such as `fsync=off` for tests. */
  readonly settings?: readonly string[] | undefined;
  /** Called when the programs run that start the server; what comes after that is waiting. Not called where it runs already. */
  readonly onLaunched?: (() => void) | undefined;
}

/** A running PostgreSQL that belongs to this process. */
export interface EmbeddedPostgres {
  /** Connection string with the password in it. */
  readonly url: string;
  /** Says what happens to the server from here on. */
  logTo(logger: DatabaseLogger): void;
  /** Stops the server and gives the data directory free. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `<dataDir>/postgres`, or attaches to the server that a killed bot left running there. While
 * this process lives, it keeps the server up: a server that dies is started again on the same port.
 *
 * @throws {DataDirectoryInUseError} when another process holds the directory. Its server is left alone.
 * @throws {DataDirectoryVersionError} when another major version of PostgreSQL wrote the data.
 * @throws {DataDirectoryAccessError} when the server's user cannot reach the directory.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = await openCluster(options.dataDir);
  const keeper = new ServerKeeper(cluster, options);
  await keeper.start();
  return {
    url: keeper.url,
    logTo: (logger) => keeper.logTo(logger),
    stop: () => keeper.stop(),
  };
}

class ServerKeeper {
  readonly #cluster: Cluster;
  readonly #options: Pick<EmbeddedPostgresOptions, 'settings' | 'onLaunched'>;
  #logger: DatabaseLogger;
  #server: Postmaster | undefined;
  #lock: Client | undefined;
  #restoring: Promise<void> | undefined;
  #isStopping = false;

  constructor(cluster: Cluster, options: EmbeddedPostgresOptions) {
    this.#cluster = cluster;
    this.#options = options;
    this.#logger = options.logger ?? SILENT_LOGGER;
  }

  get url(): string {
    if (!this.#server) throw new EmbeddedPostgresError('The embedded PostgreSQL was not started.');
    return clusterUrl(this.#cluster, this.#server.port);
  }

  logTo(logger: DatabaseLogger): void {
    this.#logger = logger;
  }

  /** Attaching may meet a server that its bot is just stopping; then the next attempt starts a fresh one. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.#startOnce();
        return;
      } catch (error) {
        const isFinal = error instanceof DataDirectoryInUseError || error instanceof EmbeddedPostgresError;
        if (isFinal || attempt === START_ATTEMPTS) throw error;
        await sleep(RESTART_DELAY_MS);
      }
    }
  }

  async #startOnce(): Promise<void> {
    const { settings, onLaunched } = this.#options;
    const options: ServerOptions = { port: this.#server?.port, settings, onLaunched };
    const server = await ensureServer(this.#cluster, options);
    this.#lock = await acquireOwnerLock(clusterUrl(this.#cluster, server.port), this.#cluster.directory);
    this.#server = server;
    this.#lock.once('end', () => {
      this.#restoring = this.#restore();
    });
  }

  /** Losing the lock's connection means that the server went down, or restarted itself after a crash. */
  async #restore(): Promise<void> {
    while (!this.#isStopping) {
      this.#logger.warn('The embedded PostgreSQL went away; starting it again.');
      try {
        await this.start();
        return;
      } catch (error) {
        this.#logger.error('The embedded PostgreSQL could not be started again.', error);
        await sleep(RESTART_DELAY_MS);
      }
    }
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#restoring;
    // The lock falls with the server: let go of it earlier, and another bot would attach to a server about to stop.
    if (this.#server) await stopServer(this.#cluster, this.#server.pid);
    await this.#lock
      ?.end()
      .catch((error: unknown) => this.#logger.warn('Closing the lock connection failed.', error));
  }
}
