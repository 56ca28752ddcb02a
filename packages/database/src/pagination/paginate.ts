import { sql, type RawBuilder, type SelectQueryBuilder, type StringReference } from 'kysely';
import { CursorError, decodeCursor, encodeCursor } from './cursor.ts';

/** One column that a list is ordered by. It must never be null, and together the columns must be unique. */
export interface KeysetColumn<Reference extends string = string> {
  readonly column: Reference;
  readonly direction: 'asc' | 'desc';
}

/** What part of a list is wanted. */
export interface PageOptions {
  /** Most rows on the page, at least 1. */
  readonly limit: number;
  /** `next` or `previous` of another page; the first page when absent. */
  readonly cursor?: string | undefined;
}

export interface PageRequest<Reference extends string> extends PageOptions {
  readonly orderBy: readonly [KeysetColumn<Reference>, ...KeysetColumn<Reference>[]];
}

/** A part of a list. */
export interface Page<Row> {
  readonly rows: Row[];
  /** Cursor of the page after this one; absent on the last page. Fits into a Discord custom id. */
  readonly next: string | undefined;
  /** Cursor of the page before this one; absent on the first page. */
  readonly previous: string | undefined;
}

const INVALID_VALUE_CLASS = '22';

/**
 * Reads one page of a query that has no order of its own. Rows that come or go between two pages are neither shown
 * twice nor skipped, and the last page costs as little as the first, given an index on the order columns.
 *
 * @example
 * paginate(db.selectFrom('gallery.items').selectAll(), {
 *   orderBy: [{ column: 'addedAt', direction: 'desc' }, { column: 'id', direction: 'desc' }],
 *   limit: 10,
 *   cursor,
 * });
 * @throws {CursorError} when the cursor belongs to another list.
 * @throws {RangeError} when the limit is not a whole number above 0.
 */
export async function paginate<Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
  { orderBy, limit, cursor: text }: PageRequest<StringReference<Tables, Table> & string>,
): Promise<Page<Row>> {
  if (!Number.isInteger(limit) || limit < 1)
    throw new RangeError(`The limit must be a whole number above 0, not ${limit}.`);
  const cursor = text === undefined ? undefined : decodeCursor(text, orderBy.length);
  const isBackward = cursor?.direction === 'before';
  const columns = isBackward ? orderBy.map(reverse) : orderBy;

  let page = query.select(keysetOf(columns).as('keyset')).limit(limit + 1);
  for (const { column, direction } of columns) page = page.orderBy(sql.ref(column), direction);
  if (cursor) page = page.where(isPast(columns, cursor.values));
  const found = (await page.execute().catch(refuseForeignValues)) as (Row & { keyset: (string | null)[] })[]; // -- Kysely widens added columns

  const hasMore = found.length > limit;
  const rows = isBackward ? found.slice(0, limit).toReversed() : found.slice(0, limit);
  const hasNext = isBackward || hasMore;
  const hasPrevious = isBackward ? hasMore : cursor !== undefined;
  return {
    rows: rows.map(({ keyset: _keyset, ...row }) => row as Row),
    next: hasNext ? cursorOf('after', rows.at(-1)?.keyset) : undefined,
    previous: hasPrevious ? cursorOf('before', rows[0]?.keyset) : undefined,
  };
}

function reverse<Reference extends string>({
  column,
  direction,
}: KeysetColumn<Reference>): KeysetColumn<Reference> {
  return { column, direction: direction === 'asc' ? 'desc' : 'asc' };
}

/** The order columns as text: a `Date` would drop the microseconds, and rows with them. */
function keysetOf(columns: readonly KeysetColumn[]): RawBuilder<(string | null)[]> {
  return sql`jsonb_build_array(${sql.join(columns.map(({ column }) => sql`cast(${sql.ref(column)} as text)`))})`;
}

function isPast(columns: readonly KeysetColumn[], values: readonly string[]): RawBuilder<boolean> {
  const [first] = columns;
  if (first && columns.every(({ direction }) => direction === first.direction)) {
    // A row comparison is what an index serves in one go.
    return sql`(${sql.join(columns.map(({ column }) => sql.ref(column)))}) ${operatorOf(first.direction)} (${sql.join(values)})`;
  }
  const alternatives = columns.map(({ column, direction }, index) => {
    const equal = columns
      .slice(0, index)
      .map((earlier, at) => sql`${sql.ref(earlier.column)} = ${values[at]}`);
    return sql`(${sql.join([...equal, sql`${sql.ref(column)} ${operatorOf(direction)} ${values[index]}`], sql` and `)})`;
  });
  return sql`(${sql.join(alternatives, sql` or `)})`;
}

function operatorOf(direction: 'asc' | 'desc'): RawBuilder<unknown> {
  return sql.raw(direction === 'asc' ? '>' : '<');
}

function cursorOf(
  direction: 'after' | 'before',
  keyset: readonly (string | null)[] | undefined,
): string | undefined {
  if (!keyset) return undefined;
  const values = keyset.map((value) => {
    if (value === null) throw new TypeError('A list cannot be paged by a column that is null in some row.');
    return value;
  });
  return encodeCursor({ direction, values });
}

/** A cursor of another list may decode well and still hold, say, a title where a number belongs. */
function refuseForeignValues(error: unknown): never {
  const isInvalidValue =
    error instanceof Error && 'code' in error && String(error.code).startsWith(INVALID_VALUE_CLASS);
  throw isInvalidValue ? new CursorError('The cursor is not one of this list.', { cause: error }) : error;
}
