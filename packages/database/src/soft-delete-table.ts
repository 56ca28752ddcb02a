import {
  sql,
  type Kysely,
  type SelectQueryBuilder,
  type UpdateQueryBuilder,
  type UpdateResult,
} from 'kysely';
import type { NullableTimestampColumn } from './columns.ts';

/** Names of the tables that have a `deletedAt` column. */
export type SoftDeletable<Tables> = {
  [Name in keyof Tables & string]: Tables[Name] extends { deletedAt: NullableTimestampColumn } ? Name : never;
}[keyof Tables & string];

/** What the class itself knows about its table; Kysely cannot say "a table that has this column" generically. */
interface ErasedTables {
  table: { deletedAt: NullableTimestampColumn };
}

type Select<Tables, Name extends keyof Tables> = SelectQueryBuilder<Tables, Name, object>;
type Update<Tables, Name extends keyof Tables> = UpdateQueryBuilder<Tables, Name, Name, UpdateResult>;

/**
 * A table whose rows are marked as deleted instead of removed. A repository keeps one of these in place of the database
 * and begins every query with it, so that none can forget the mark.
 *
 * @example
 * const items = new SoftDeleteTable(db, 'gallery.items');
 * await items.selectLive().selectAll().where('guildId', '=', guildId).execute();
 * await items.markDeleted().where('id', '=', id).execute();
 */
export class SoftDeleteTable<Tables, Name extends SoftDeletable<Tables>> {
  readonly #db: Kysely<Tables>;
  readonly #name: Name;

  constructor(db: Kysely<Tables>, name: Name) {
    this.#db = db;
    this.#name = name;
  }

  /** The same table within a transaction. */
  within(db: Kysely<Tables>): SoftDeleteTable<Tables, Name> {
    return new SoftDeleteTable(db, this.#name);
  }

  /** Begins a query over the rows that are not deleted. */
  selectLive(): Select<Tables, Name> {
    const query = this.#erased.selectFrom(this.#table);
    return query.where(this.#deletedAt, 'is', null) as unknown as Select<Tables, Name>; // -- see ErasedTables
  }

  /** Begins a query over the deleted rows: the bin. */
  selectDeleted(): Select<Tables, Name> {
    const query = this.#erased.selectFrom(this.#table);
    return query.where(this.#deletedAt, 'is not', null) as unknown as Select<Tables, Name>; // -- see ErasedTables
  }

  /** Begins a change of rows that are not deleted. */
  updateLive(): Update<Tables, Name> {
    const query = this.#erased.updateTable(this.#table);
    return query.where(this.#deletedAt, 'is', null) as unknown as Update<Tables, Name>; // -- see ErasedTables
  }

  /** Begins the deletion of rows; narrow it with `where`. Those deleted before keep their time. */
  markDeleted(): Update<Tables, Name> {
    const query = this.#erased.updateTable(this.#table).set({ deletedAt: sql`now()` });
    return query.where(this.#deletedAt, 'is', null) as unknown as Update<Tables, Name>; // -- see ErasedTables
  }

  /** Begins the return of deleted rows; narrow it with `where`. */
  restore(): Update<Tables, Name> {
    const query = this.#erased.updateTable(this.#table).set({ deletedAt: null });
    return query.where(this.#deletedAt, 'is not', null) as unknown as Update<Tables, Name>; // -- see ErasedTables
  }

  get #erased(): Kysely<ErasedTables> {
    return this.#db as unknown as Kysely<ErasedTables>; // -- see ErasedTables
  }

  get #table(): 'table' {
    return this.#name as string as 'table'; // -- see ErasedTables
  }

  get #deletedAt() {
    return sql.ref<Date | null>(`${this.#name}.deletedAt`);
  }
}
