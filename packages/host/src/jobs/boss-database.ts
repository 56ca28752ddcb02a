import { CompiledQuery, type PostgresPool, SelectQueryNode, type Transaction } from 'kysely';
import type { Db } from 'pg-boss';

/** The process's connections as pg-boss wants them: several statements in one text must give all their results. */
export function bossDatabase(pool: PostgresPool): Db {
  return {
    async executeSql(text, values = []) {
      const client = await pool.connect();
      try {
        return await client.query(text, values);
      } finally {
        client.release();
      }
    },
  };
}

/** Runs work in a transaction of its own. */
export async function inBossTransaction(pool: PostgresPool, work: (db: Db) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin', []);
    await work({ executeSql: (text, values = []) => client.query(text, values) });
    await client.query('commit', []);
  } catch (error) {
    await client.query('rollback', []);
    throw error;
  } finally {
    client.release();
  }
}

/**
 * A caller's transaction as pg-boss wants it. The tables of jobs are nobody's but the host's, so the statement, which
 * pg-boss and not the plugin wrote, carries an empty node where the check of a plugin's tables looks for names.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- whichever tables the caller sees, pg-boss names its own
export function bossTransaction(transaction: Transaction<any>): Db {
  return {
    async executeSql(text, values = []) {
      const query: CompiledQuery = {
        ...CompiledQuery.raw(text, [...values]),
        query: SelectQueryNode.create(),
      };
      const { rows } = await transaction.withoutPlugins().executeQuery(query);
      return { rows };
    },
  };
}
