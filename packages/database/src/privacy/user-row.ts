import { sql, type Transaction } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Removes a person's row of `core.users` when nothing refers to it any more; else takes the name out of it.
 *
 * @returns which of the two; `undefined` when there is no such row.
 */
export async function eraseUserRow(
  db: Transaction<Database>,
  userId: string,
): Promise<'deleted' | 'anonymised' | undefined> {
  const plain = db.withoutPlugins();
  const { rows } = await sql`select from core.users where id = ${userId} for update`.execute(plain);
  if (rows.length === 0) return undefined;
  if (await isReferredTo(db, userId)) {
    await sql`update core.users set username = null where id = ${userId}`.execute(plain);
    return 'anonymised';
  }
  await sql`delete from core.users where id = ${userId}`.execute(plain);
  return 'deleted';
}

/** Asked of every foreign key: deleting would take with it what is kept by a key that cascades. */
async function isReferredTo(db: Transaction<Database>, userId: string): Promise<boolean> {
  const plain = db.withoutPlugins();
  const { rows: keys } = await sql<{ schema: string; table: string; column: string }>`
    select n.nspname as schema, c.relname as table, a.attname as column from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = 'core.users'::regclass and not c.relispartition
  `.execute(plain);
  for (const { schema, table, column } of keys) {
    const { rows } =
      await sql`select from ${sql.id(schema, table)} where ${sql.ref(column)} = ${userId} limit 1`.execute(
        plain,
      );
    if (rows.length > 0) return true;
  }
  return false;
}
