import {
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Driver,
  type PostgresDialectConfig,
} from 'kysely';
import { assertOwnership } from './assert-ownership.ts';
import type { TableOwner } from './table-owner.ts';

/**
 * Checks what really reaches the connection. The Kysely plugin alone could be shed by `withoutPlugins()`, or passed by
 * with `executeQuery(CompiledQuery.raw(…))`.
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
  readonly #owner: TableOwner;

  constructor(config: PostgresDialectConfig, owner: TableOwner) {
    super(config);
    this.#owner = owner;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    const executeQuery = connection.executeQuery.bind(connection);
    connection.executeQuery = async (query, options) => {
      assertOwnership(query.query, this.#owner);
      return executeQuery(query, options);
    };
    return connection;
  }
}
