import { sql } from 'kysely';
import { lockUntilCommit } from '../lock-until-commit.ts';
import { MigrationDowngradeError, MigrationError } from './migration-errors.ts';
import type { MigrationDatabase, Migrations } from './migration.ts';

/** Whose schema is migrated, and how far its migrations may reach. */
export interface MigrationTarget {
  readonly pluginId: string;
  readonly schema: string;
  readonly migrations: Migrations;
  /** Of the package that the migrations come with; noted with each that runs. */
  readonly version?: string | undefined;
  /** Narrows the handle that migrations get. */
  readonly guard: (db: MigrationDatabase) => MigrationDatabase;
}

/** Whether a schema that has these migrations needs no others, and has none that the code does not know. */
export function isUpToDate({ migrations }: MigrationTarget, applied: readonly AppliedMigration[]): boolean {
  const isKnown = applied.every(({ name }) => Object.hasOwn(migrations, name));
  return isKnown && applied.length === Object.keys(migrations).length;
}

/**
 * Brings a schema up to date: creates it, runs what is missing in order, and remembers it in `<schema>.migrations`. All
 * in one transaction under a lock, so that a failure leaves nothing behind and concurrent processes wait for each other.
 *
 * @returns the names of the migrations that ran
 * @throws {MigrationDowngradeError} when the database knows a migration that the code does not.
 * @throws {MigrationError} when a migration fails or comes out of order.
 */
export async function migrateSchema(db: MigrationDatabase, target: MigrationTarget): Promise<string[]> {
  return db.transaction().execute(async (transaction) => {
    const applied = await readHistory(transaction, target);
    const pending = pendingOf(target, applied);
    for (const name of pending) {
      await run(target, name, 'up', transaction);
      await transaction
        .insertInto(`${target.schema}.migrations`)
        .values({ name, version: target.version ?? null })
        .execute();
    }
    return pending;
  });
}

/**
 * Undoes all migrations of a schema and removes it.
 *
 * @throws {MigrationError} when a migration cannot be undone, or something is left at the end.
 */
export async function rollbackSchema(db: MigrationDatabase, target: MigrationTarget): Promise<string[]> {
  return db.transaction().execute(async (transaction) => {
    const applied = (await readHistory(transaction, target)).toReversed();
    for (const name of applied) await run(target, name, 'down', transaction);
    await transaction.schema.dropTable(`${target.schema}.migrations`).execute();
    try {
      await transaction.schema.dropSchema(target.schema).execute();
    } catch (cause) {
      throw new MigrationError(
        target.pluginId,
        applied.at(-1) ?? '(none)',
        'left something in the schema when undone.',
        { cause },
      );
    }
    return applied;
  });
}

/** A migration that a schema has. */
export interface AppliedMigration {
  readonly name: string;
  readonly version: string | null;
}

/** Locks the schema until the end of the transaction and reads which migrations it has, oldest first. */
async function readHistory(
  db: MigrationDatabase,
  { pluginId, schema, migrations, version }: MigrationTarget,
): Promise<string[]> {
  await lockUntilCommit(db, `migrate ${schema}`);
  await sql`create schema if not exists ${sql.id(schema)}`.execute(db);
  const history = sql.table(`${schema}.migrations`);
  await sql`create table if not exists ${history} (name text primary key, applied_at timestamptz not null default now())`.execute(
    db,
  );
  await sql`alter table ${history} add column if not exists version text`.execute(db);
  const { rows } = await sql<AppliedMigration>`
    select name, version from ${history} order by name collate "C"`.execute(db);
  const unknown = rows.findLast(({ name }) => !Object.hasOwn(migrations, name));
  if (unknown)
    throw new MigrationDowngradeError(pluginId, {
      name: unknown.name,
      appliedBy: unknown.version,
      installed: version,
    });
  return rows.map(({ name }) => name);
}

function pendingOf({ pluginId, migrations }: MigrationTarget, applied: readonly string[]): string[] {
  const names = Object.keys(migrations).toSorted();
  const pending = names.filter((name) => !applied.includes(name));
  const late = pending.find((name, index) => names[applied.length + index] !== name);
  if (late === undefined) return pending;
  throw new MigrationError(
    pluginId,
    late,
    `comes before ${applied.at(-1)}, which was applied already; give it a later name.`,
  );
}

async function run(
  target: MigrationTarget,
  name: string,
  direction: 'up' | 'down',
  db: MigrationDatabase,
): Promise<void> {
  try {
    await target.migrations[name]?.[direction](target.guard(db));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MigrationError(target.pluginId, name, `failed in its "${direction}": ${reason}`, { cause });
  }
}
