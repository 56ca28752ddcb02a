import type { PostgresCursor, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type { PoolClient } from 'pg';
import { storableParameter } from '../storable-text.ts';
import { runNamed } from './run-named.ts';
import type { StatementNames } from './statement-names.ts';
import { isLostRace, isStaleStatement } from './transient-error.ts';
import { withRetry } from './with-retry.ts';

/** A connection keeps every statement it prepared; beyond this many it is replaced, so that none grows for ever. */
const MOST_STATEMENTS = 1_024;

/** A pooled connection that runs frequent queries as prepared statements. */
export class PreparingClient implements PostgresPoolClient {
  readonly #client: PoolClient;
  readonly #names: StatementNames;
  readonly #prepared = new Set<string>();

  constructor(client: PoolClient, names: StatementNames) {
    this.#client = client;
    this.#names = names;
  }

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query<Row>(
    query: string | PostgresCursor<Row>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<Row>> | PostgresCursor<Row> {
    if (typeof query !== 'string') throw new TypeError('Streaming is not supported; page by keyset instead.');
    return this.#run(query, parameters.map(storableParameter)) as Promise<PostgresQueryResult<Row>>; // -- pg types the command as string
  }

  #run(text: string, values: unknown[]): Promise<unknown> {
    const isAlone = this.#client.getTransactionStatus() === 'I';
    // By itself it has changed nothing when it loses; whoever runs a transaction must start that again.
    return isAlone
      ? withRetry(() => this.#runOnce(text, values), { after: isLostRace })
      : this.#runOnce(text, values);
  }

  async #runOnce(text: string, values: unknown[]): Promise<unknown> {
    const name = values.length === 0 ? undefined : this.#names.use(text);
    if (name === undefined) return this.#client.query(text, values);

    this.#prepared.add(name);
    const isOutsideTransaction = this.#client.getTransactionStatus() === 'I';
    try {
      return await runNamed(this.#client, { name, text, values });
    } catch (error) {
      if (!isStaleStatement(error)) throw error;
      this.#names.rename(text);
      // A transaction is lost by any error: whoever runs it must start it again.
      if (!isOutsideTransaction) throw error;
      return this.#client.query(text, values);
    }
  }

  release(destroy = false): void {
    this.#client.release(destroy || this.#prepared.size > MOST_STATEMENTS);
  }
}
