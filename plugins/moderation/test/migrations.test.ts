import { createTestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { dataRights } from '../src/database/data-rights.ts';
import { migrations } from '../src/database/migrations/migrations.ts';

interface TableColumn {
  readonly table: string;
  readonly column: string;
}

test('migrates up, and down again without a trace', async () => {
  await using database = await createTestDatabase();
  const { handle } = database;

  await handle.migratePlugin('moderation', migrations);
  await handle.rollbackPlugin('moderation', migrations);

  await expect(handle.migratePlugin('moderation', migrations)).resolves.toEqual(Object.keys(migrations));
});

test('declares the data rights of every column that names a person', async () => {
  await using database = await createTestDatabase();
  await database.handle.migratePlugin('moderation', migrations);

  const { rows } = await sql<TableColumn>`
    select child.relname as table, attribute.attname as column
    from pg_constraint foreign_key
    join pg_class child on child.oid = foreign_key.conrelid
    join pg_attribute attribute on attribute.attrelid = child.oid and attribute.attnum = any (foreign_key.conkey)
    where foreign_key.confrelid = 'core.users'::regclass and child.relnamespace = 'moderation'::regnamespace
  `.execute(database.handle.db);

  const declared = Object.entries(dataRights).flatMap(([table, { person = [] }]) =>
    [person]
      .flat()
      .map((column) => ({ table, column: column.replace(/[A-Z]/, (letter) => `_${letter.toLowerCase()}`) })),
  );
  // Beyond these, ids of people stand where no row in `core.users` is needed: authors of purged messages.
  expect(declared).toEqual(expect.arrayContaining(rows));
});
