/**
 * What erasing a person's data means for a table: remove the rows, empty the columns that name the person, or leave both
 * for a reason that the person is shown.
 */
export type ErasureRule = 'delete' | 'anonymise' | { readonly keep: string };

/** What a person is not shown of the rows that name them. */
export interface Withholding {
  readonly columns: readonly string[];
  /** Only in rows that have these values, by column; in all rows when absent. */
  readonly where?: Readonly<Record<string, string>>;
  /** Shown to the person. */
  readonly reason: string;
}

/** How long the rows of a table are kept. */
export interface Retention {
  /** The column with the moment from which the time counts. */
  readonly column: string;
  /** For how many days. */
  readonly days: number;
  /** The plugin's setting in which a guild may choose another number of days; `guild` must be declared then. */
  readonly setting?: string;
}

/** Which columns of a table name a guild and persons, and what erasing means. */
export interface TableDataRights {
  /** Column that names the guild; its rows go when the guild is purged. */
  readonly guild?: string;
  /**
   * Column or columns that name a person: a `bigint`, a list of them, or `text` and `jsonb` in which the id may stand
   * somewhere.
   */
  readonly person?: string | readonly string[];
  /**
   * Columns in which people write, so that the id of anybody may stand there. They are erased like those of `person`; an
   * export shows them to whom a column of `person` names, and not to whom somebody only wrote about.
   */
  readonly mentions?: readonly string[];
  readonly erase: ErasureRule;
  /** Rules of single columns in `person` and `mentions`, where they differ from `erase`. */
  readonly eraseBy?: Readonly<Record<string, ErasureRule>>;
  readonly withhold?: Withholding;
  readonly retention?: Retention;
}

/** The declarations of one schema, by table name without the schema; columns as in TypeScript. */
export type DataRights = Readonly<Record<string, TableDataRights>>;

/** What erasing a person's data means for the waiting jobs that name them, by job; those that are not named are removed. */
export type JobDataRights = Readonly<Record<string, { readonly keep: string }>>;
