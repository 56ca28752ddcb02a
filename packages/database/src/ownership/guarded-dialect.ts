import {
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type PostgresDialectConfig,
} from 'kysely';
import { CheckedQueries } from './checked-queries.ts';
import type { TableOwner } from './table-owner.ts';

/**
 * Checks what really reaches the connection. A Kysely plugin could be shed by `withoutPlugins()`, or passed by with
 * `executeQuery(CompiledQuery.raw(…))`.
 */
export class GuardedDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #owner: TableOwner;

  constructor(config: PostgresDialectConfig, owner: TableOwner) {
    super(config);
    this.#config = config;
    this.#owner = owner;
  }

  override createDriver(): Driver {
    return new GuardedDriver(this.#config, this.#owner);
  }
}

class GuardedDriver extends PostgresDriver {
  readonly #queries: CheckedQueries;
  /** Kysely gives the same connection again for the same client. */
  readonly #guarded = new WeakSet<DatabaseConnection>();

  constructor(config: PostgresDialectConfig, owner: TableOwner) {
    super(config);
    this.#queries = new CheckedQueries(owner);
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    if (this.#guarded.has(connection)) return connection;
    this.#guarded.add(connection);
    const executeQuery = connection.executeQuery.bind(connection);
    connection.executeQuery = async (query, options) => {
      this.#queries.assert(query);
      return executeQuery(query, options);
    };
    return connection;
  }
}
