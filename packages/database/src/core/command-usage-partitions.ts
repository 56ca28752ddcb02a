import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import { createMonthlyPartitions, dropMonthlyPartitions } from '../partitions/monthly-partitions.ts';

const TABLE = 'core.command_usages';
/** This month and two to come: the job that calls this may be late by weeks. */
const MONTHS_AHEAD = 3;

/** Makes room for command usages of this month and the next two. */
export async function createCommandUsagePartitions(
  db: Kysely<Database>,
  now = new Date(),
): Promise<string[]> {
  return createMonthlyPartitions(db, { table: TABLE, from: now, months: MONTHS_AHEAD });
}

/** Drops the command usages of months that ended before a moment, for retention. */
export async function dropCommandUsagePartitions(db: Kysely<Database>, before: Date): Promise<string[]> {
  return dropMonthlyPartitions(db, { table: TABLE, before });
}
