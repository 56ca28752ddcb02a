import type { PostgresPool } from 'kysely';
import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { DatabaseLogger } from '../logger.ts';
import { PreparingClient } from './preparing-client.ts';
import { StatementNames } from './statement-names.ts';

const DEFAULT_POOL_SIZE = 10;
const DEFAULT_STATEMENT_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 10_000;
const IDLE_TIMEOUT_MS = 60_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
const MOST_LIFETIME_SECONDS = 3_600;
const CLOSE_TIMEOUT_MS = 10_000;
/** Shorter than a statement may take, so that whoever holds a lock for ever is told from a query that takes for ever. */
const LOCK_TIMEOUT_MS = 20_000;
/**
 * Every query of a bot is short, and compiling one takes many times as long as running it. This is said at the start of a connection,
 * as the time limits are, and costs no statement: a PgBouncer in between must be told to let all three pass
 * (`ignore_startup_parameters = statement_timeout, idle_in_transaction_session_timeout, options`). Options in the connection string
 * replace it.
 */
const SERVER_OPTIONS = `-c jit=off -c lock_timeout=${LOCK_TIMEOUT_MS}`;

export interface ConnectionOptions {
  readonly url: string;
  readonly poolSize?: number | undefined;
  readonly statementTimeoutMs?: number | undefined;
  readonly applicationName?: string | undefined;
  readonly logger: DatabaseLogger;
}

/** How busy the connections are. */
export interface PoolStatistics {
  readonly size: number;
  readonly total: number;
  readonly idle: number;
  readonly waiting: number;
}

/** The process's connections. Everything that asks for one shares it; only its owner ends it. */
export class ConnectionPool {
  readonly #pool: Pool;
  readonly #names = new StatementNames();
  readonly #clients = new WeakMap<PoolClient, PreparingClient>();
  readonly #logger: DatabaseLogger;

  constructor(options: ConnectionOptions) {
    this.#logger = options.logger;
    this.#pool = new Pool(poolConfig(options));
    this.#pool.on('error', (error) =>
      options.logger.warn('A database connection was lost while idle.', error),
    );
    // A connection that breaks while it is checked out fails its query; without a listener it would end the process too.
    this.#pool.on('connect', (client) => client.on('error', () => {}));
  }

  /** The pool as Kysely wants it. Ending it does nothing, so that no borrower can close it for all. */
  borrow(): PostgresPool {
    return {
      connect: async () => this.#preparing(await this.#pool.connect()),
      end: async () => {},
      options: this.#pool.options,
    };
  }

  #preparing(client: PoolClient): PreparingClient {
    const known = this.#clients.get(client);
    if (known) return known;
    const made = new PreparingClient(client, this.#names);
    this.#clients.set(client, made);
    return made;
  }

  statistics(): PoolStatistics {
    const { totalCount: total, idleCount: idle, waitingCount: waiting } = this.#pool;
    return { size: this.#pool.options.max, total, idle, waiting };
  }

  /** Ends the connections; gives up waiting for busy ones after a while. */
  async close(): Promise<void> {
    const { promise: tooLate, resolve: giveUp } = Promise.withResolvers<'too late'>();
    const timer = setTimeout(() => giveUp('too late'), CLOSE_TIMEOUT_MS);
    const outcome = await Promise.race([this.#pool.end(), tooLate]);
    clearTimeout(timer);
    if (outcome === 'too late') this.#logger.warn('Some database connections were still busy at close.');
  }
}

function poolConfig(options: ConnectionOptions): PoolConfig {
  return {
    connectionString: options.url,
    max: options.poolSize ?? DEFAULT_POOL_SIZE,
    statement_timeout: options.statementTimeoutMs ?? DEFAULT_STATEMENT_TIMEOUT_MS,
    application_name: options.applicationName ?? `twi-bot-shard ${process.pid}`,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    options: SERVER_OPTIONS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    maxLifetimeSeconds: MOST_LIFETIME_SECONDS,
    keepAlive: true,
  };
}
