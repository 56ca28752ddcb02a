import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { DeclaredTable } from './declared-table.ts';

/** Removes the rows of a guild. @returns how many there were. */
export async function purgeGuildRows(
  db: Transaction<Database>,
  { schema, name, guild }: DeclaredTable,
  guildId: string,
): Promise<number> {
  if (guild === undefined) return 0;
  const { numAffectedRows = 0n } =
    await sql`delete from ${sql.id(schema, name)} where ${sql.ref(guild)} = ${guildId}`.execute(db);
  return Number(numAffectedRows);
}
