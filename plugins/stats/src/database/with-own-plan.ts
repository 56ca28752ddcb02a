import type { PluginDatabase } from '@twi/database';
import { type RawBuilder, sql } from 'kysely';

/**
 * Runs a query with a plan for the very values that it has. PostgreSQL keeps one plan for all values of a statement that is run
 * often, and thinks of ten in every list: with the hundreds of a role, that plan takes a hundred times as long.
 */
export async function withOwnPlan<Row>(
  db: PluginDatabase<'stats'>,
  query: RawBuilder<Row>,
): Promise<readonly Row[]> {
  return db.transaction().execute(async (transaction) => {
    await sql`set local plan_cache_mode = force_custom_plan`.execute(transaction);
    return (await query.execute(transaction)).rows;
  });
}
