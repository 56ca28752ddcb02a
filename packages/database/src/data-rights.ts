/**
 * What erasing a person's data means for a table: remove the rows, empty the columns that name the person, or leave both
 * for a reason that the person is shown.
 */
export type ErasureRule = 'delete' | 'anonymise' | { readonly keep: string };

/** Which columns of a table name a guild and persons, and what erasing means. */
export interface TableDataRights {
  /** Column that names the guild; its rows go when the guild is purged. */
  readonly guild?: string;
  /** Column or columns that name a person. */
  readonly person?: string | readonly string[];
  readonly erase: ErasureRule;
}

/** The declarations of one schema, by table name without the schema; columns as in TypeScript. */
export type DataRights = Readonly<Record<string, TableDataRights>>;
