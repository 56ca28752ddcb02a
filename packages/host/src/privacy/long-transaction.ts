import type { Database, DatabaseHandle } from '@twi/database';
import { sql, type Transaction } from 'kysely';

const TIMEOUT = '10min';

/** Runs a transaction whose statements may read whole tables. */
export function longTransaction<Result>(
  database: Pick<DatabaseHandle, 'transaction'>,
  work: (db: Transaction<Database>) => Promise<Result>,
): Promise<Result> {
  return database.transaction(async (db) => {
    await sql`select set_config('statement_timeout', ${TIMEOUT}, true)`.execute(db);
    return work(db);
  });
}
