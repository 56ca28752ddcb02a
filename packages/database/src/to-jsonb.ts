import { sql, type RawBuilder } from 'kysely';
import type { Jsonb } from './columns.ts';
import { storableJson } from './storable-text.ts';

/**
 * Makes a value fit for a `jsonb` column. The driver would write an array as a PostgreSQL array, so everything goes
 * in as text with a cast. What `jsonb` cannot hold (NUL, half a character) is left out or replaced.
 *
 * @throws {TypeError} when JSON cannot express the value, such as `undefined` or a function.
 */
export function toJsonb<Value>(value: Value): RawBuilder<Jsonb<Value>> {
  const text: string | undefined = JSON.stringify(value);
  if (text === undefined) throw new TypeError(`A ${typeof value} cannot be stored as JSON.`);
  return sql<Jsonb<Value>>`cast(${storableJson(text)} as jsonb)`;
}
