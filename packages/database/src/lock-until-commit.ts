import { type QueryExecutorProvider, sql } from 'kysely';

/**
 * Waits until no other transaction holds a key, in whichever process, and holds it to the end of this one. PostgreSQL
 * frees it when a process dies, however it dies.
 *
 * @param transaction outside of one, the key is free again at once
 * @param key the same for all who must not interleave; begin it with the plugin's id
 */
export async function lockUntilCommit(transaction: QueryExecutorProvider, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(transaction);
}
