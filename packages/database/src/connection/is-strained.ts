import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import { databaseTrouble } from './database-trouble.ts';

/** A server that is well answers this within a few milliseconds. */
const ANSWERS_WITHIN_MS = 500;
/** Somebody who waits for a lock this long waits for more than a turn. */
const LOCKED_FOR = '1 second';

/** Whether the database answers slowly, not at all, or lets somebody wait for a lock. Resolves within half a second. */
export async function isStrained(db: Kysely<Database>): Promise<boolean> {
  const late = new AbortController();
  const tooLate = sleep(ANSWERS_WITHIN_MS, true, { signal: late.signal, ref: false });
  try {
    return await Promise.race([hasWaiting(db), tooLate]);
  } finally {
    late.abort();
    tooLate.catch(() => {}); // -- it was called off
  }
}

async function hasWaiting(db: Kysely<Database>): Promise<boolean> {
  try {
    const { rows } = await sql<{ isWaiting: boolean }>`
      select exists (
        select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'
          and query_start < clock_timestamp() - ${LOCKED_FOR}::interval
      ) as "isWaiting"`.execute(db);
    return rows[0]?.isWaiting ?? false;
  } catch (error) {
    if (databaseTrouble(error) !== undefined) return true;
    throw error;
  }
}
