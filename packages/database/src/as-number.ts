import { sql, type Expression, type RawBuilder } from 'kysely';

/**
 * Reads a `bigint` or `numeric` expression, such as `count(*)` or `sum(…)`, as a JavaScript number instead of a
 * string. Exact up to 2^53; ids must stay strings.
 *
 * @example db.selectFrom('gallery.items').select((eb) => asNumber(eb.fn.countAll()).as('items'))
 */
export function asNumber(expression: Expression<unknown>): RawBuilder<number> {
  return sql<number>`cast(${expression} as double precision)`;
}
