import type { Kysely } from 'kysely';

/**
 * The database as a migration sees it. Untyped on purpose: a migration speaks of the tables as they were when it was
 * written, not as today's types say.
 */
// oxlint-disable-next-line typescript/no-explicit-any -- Kysely's own way to say "any table", see above
export type MigrationDatabase = Kysely<any>;

/** One reversible change of a schema. */
export interface Migration {
  readonly up: (db: MigrationDatabase) => Promise<void>;
  /** Undoes `up` completely: after the first migration's `down` the schema must be empty. */
  readonly down: (db: MigrationDatabase) => Promise<void>;
}

/** Migrations by name; they run in the order of their names, such as `0001-create-items`. */
export type Migrations = Readonly<Record<string, Migration>>;
