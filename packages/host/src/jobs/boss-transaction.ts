import { CompiledQuery, type Transaction } from 'kysely';
import type { Db, PgBoss } from 'pg-boss';
import { runAsHost } from '../run-as-host.ts';

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

/** A caller's transaction as pg-boss wants it. */
// oxlint-disable-next-line typescript/no-explicit-any -- whichever tables the caller sees, pg-boss names its own
export function bossTransaction(transaction: Transaction<any>): Db {
  return {
    async executeSql(text, values = []) {
      const { rows } = await runAsHost(transaction, CompiledQuery.raw(text, [...values]));
      return { rows };
    },
  };
}
