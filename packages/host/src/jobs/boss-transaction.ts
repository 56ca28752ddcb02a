import { CompiledQuery, SelectQueryNode, type Transaction } from 'kysely';
import type { Db, PgBoss } from 'pg-boss';

/** Runs work in a transaction of pg-boss's own. */
export async function inBossTransaction(boss: PgBoss, work: (db: Db) => Promise<void>): Promise<void> {
  const transaction = await boss.getDb().beginTransaction?.();
  if (!transaction) throw new TypeError('pg-boss has no connections of its own.');
  try {
    await work(transaction.db);
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
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
