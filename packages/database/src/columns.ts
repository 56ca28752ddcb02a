import type { ColumnType, GeneratedAlways } from 'kysely';

/** A Discord id: `bigint` in the table, a decimal string in TypeScript. */
export type SnowflakeColumn = ColumnType<string, string, string>;

/** A Discord id that may be missing. */
export type NullableSnowflakeColumn = ColumnType<string | null, string | null | undefined, string | null>;

/** The table's own number: `bigint generated always as identity`, a decimal string in TypeScript. */
export type IdentityColumn = GeneratedAlways<string>;

/** A moment: `timestamptz not null`. */
export type TimestampColumn = ColumnType<Date, Date, Date>;

/** A moment that the table fills in: `timestamptz not null default now()`. */
export type DefaultedTimestampColumn = ColumnType<Date, Date | undefined, Date>;

/** A moment that may be missing: `timestamptz null`. */
export type NullableTimestampColumn = ColumnType<Date | null, Date | null | undefined, Date | null>;

declare const jsonb: unique symbol;

/** A value on its way into a `jsonb` column; only `toJsonb` makes one. */
export interface Jsonb<Value> {
  readonly [jsonb]: Value;
}

/** A `jsonb not null` column; written through `toJsonb`, so that an array can never arrive as a PostgreSQL array. */
export type JsonbColumn<Value> = ColumnType<Value, Jsonb<Value>, Jsonb<Value>>;

/** A `jsonb null` column; written through `toJsonb` or as `null`. */
export type NullableJsonbColumn<Value> = ColumnType<
  Value | null,
  Jsonb<Value> | null | undefined,
  Jsonb<Value> | null
>;
