import { sql, type RawBuilder } from 'kysely';
import type { ErasureRule } from '../data-rights.ts';
import type { ColumnShape } from './table-shape.ts';

/** How a column names persons: by one id, by a list of ids, or somewhere in a text or document. */
export type PersonKind = 'id' | 'ids' | 'text' | 'json';

/** A column that names persons. */
export interface PersonColumn extends ColumnShape {
  readonly kind: PersonKind;
  readonly rule: ErasureRule;
  /** Whether it is what somebody wrote, maybe about the person. */
  readonly isMention: boolean;
}

/** How a column of a type can name a person; `undefined` when it cannot. */
export function personKindOf(type: string): PersonKind | undefined {
  if (type === 'bigint' || type === 'numeric') return 'id';
  if (type === 'bigint[]' || type === 'text[]') return 'ids';
  if (type === 'text' || type.startsWith('character varying')) return 'text';
  return type === 'jsonb' || type === 'json' ? 'json' : undefined;
}

type Condition = (column: RawBuilder<unknown>, userId: string, type: string) => RawBuilder<boolean>;

const NAMES = {
  id: (column, userId) => sql`${column} = ${id(userId)}`,
  ids: (column, userId, type) => sql`${element(userId, type)} = any(${column})`,
  text: (column, userId) => sql`${column} ~ ${pattern(userId)}`,
  json: (column, userId) => sql`${column}::text ~ ${pattern(userId)}`,
} as const satisfies Record<PersonKind, Condition>;

/** Whether a row names a person in a column. */
export function namesPerson({ name, kind, type }: PersonColumn, userId: string): RawBuilder<boolean> {
  return NAMES[kind](sql.ref(name), userId, type);
}

type Emptied = (column: PersonColumn, userId: string) => RawBuilder<unknown>;

const WITHOUT = {
  id: () => sql`null`,
  ids: ({ name, type }, userId) => sql`array_remove(${sql.ref(name)}, ${element(userId, type)})`,
  text: ({ name, isRequired }, userId) =>
    isRequired ? masked(sql.ref(name), userId) : sql`nullif(${masked(sql.ref(name), userId)}, '0')`,
  json: ({ name, type }, userId) =>
    sql`cast(${masked(sql`${sql.ref(name)}::text`, userId)} as ${sql.raw(type)})`,
} as const satisfies Record<PersonKind, Emptied>;

/** The value of a column without the person: nothing, or `0` in place of the id. */
export function withoutPerson(column: PersonColumn, userId: string): RawBuilder<unknown> {
  return WITHOUT[column.kind](column, userId);
}

const masked = (text: RawBuilder<unknown>, userId: string): RawBuilder<unknown> =>
  sql`regexp_replace(${text}, ${pattern(userId)}, '0', 'g')`;

const element = (userId: string, type: string): RawBuilder<unknown> =>
  type === 'text[]' ? sql.lit(userId) : id(userId);

/** The id with no further digit beside it: it may be a part of a longer number. */
export function pattern(userId: string): RawBuilder<string> {
  return sql.lit(`(?<!\\d)${userId}(?!\\d)`);
}

const id = (userId: string): RawBuilder<string> => sql`cast(${sql.lit(userId)} as bigint)`;
