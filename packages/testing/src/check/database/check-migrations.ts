import { type DatabaseHandle, MigrationError } from '@twi/database';
import { createTestDatabase } from '@twi/database/testing';
import type { Plugin } from '@twi/sdk';
import type { Specimen } from '../specimen.ts';
import type { Fault, Findings } from '../fault.ts';
import { pluginTables } from './plugin-tables.ts';
import { seedTables } from './seed-tables.ts';

type Migrations = NonNullable<Plugin['migrations']>;

/**
 * Migrates a database of its own step by step, with rows in the tables between the steps; then all the way down and up
 * again.
 */
export async function checkMigrations({ plugin }: Specimen): Promise<Findings> {
  const { id, migrations } = plugin;
  if (!migrations) return { faults: [] };
  const notes: string[] = [];
  await using database = await createTestDatabase();
  try {
    const fault = await downAndUp(database.handle, { id, migrations }, notes);
    return { faults: fault ? [fault] : [], notes };
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    return {
      faults: [{ where: `manifest "migrations.${error.migration}"`, message: explain(error) }],
      notes,
    };
  }
}

async function downAndUp(
  handle: DatabaseHandle,
  { id, migrations }: { readonly id: string; readonly migrations: Migrations },
  notes: string[],
): Promise<Fault | undefined> {
  const names = Object.keys(migrations).toSorted();
  for (const [index] of names.entries()) {
    const first = names.slice(0, index + 1).flatMap((name) => {
      const migration = migrations[name];
      return migration ? [[name, migration] as const] : [];
    });
    await handle.migratePlugin(id, Object.fromEntries(first));
    notes.splice(0, notes.length, ...(await seedTables(handle, id)));
  }
  const before = JSON.stringify(await pluginTables(handle.db, id));
  await handle.rollbackPlugin(id, migrations);
  await handle.migratePlugin(id, migrations);
  if (JSON.stringify(await pluginTables(handle.db, id)) === before) return undefined;
  return { where: 'manifest "migrations"', message: 'other tables come of them the second time.' };
}

function explain({ message, cause }: MigrationError): string {
  return cause instanceof Error && !message.includes(cause.message)
    ? `${message} (${cause.message})`
    : message;
}
