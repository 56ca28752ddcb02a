import type { DeclaredTable } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { readableName } from './words.ts';

type Row = Readonly<Record<string, unknown>>;

/** Ids of Discord, wherever they stand. */
const ANY_ID = /(?<!\d)\d{17,20}(?!\d)/g;

/** What a person gets to see of a row that names them: nothing that names others, nothing that is withheld. */
export function ownColumns(table: DeclaredTable, row: Row, userId: Snowflake): Row {
  const isTheirs = isNamed(table, row, userId);
  const entries = Object.entries(row).flatMap(([column, value]) => {
    if (value === null || Buffer.isBuffer(value) || isWithheld(table, row, column)) return [];
    const own = ownValue(table, { column, value, userId, isTheirs });
    return own === undefined ? [] : [[readableName(column), own]];
  });
  return Object.fromEntries(entries);
}

/** Whether the row is about the person, or theirs, and does not only mention them. */
function isNamed({ persons }: DeclaredTable, row: Row, userId: Snowflake): boolean {
  return persons.some(({ name, isMention }) => !isMention && String(row[name]) === userId);
}

function isWithheld({ withhold }: DeclaredTable, row: Row, column: string): boolean {
  if (!withhold?.columns.includes(column)) return false;
  return Object.entries(withhold.where ?? {}).every(([name, value]) => String(row[name]) === value);
}

interface OwnValue {
  readonly column: string;
  readonly value: unknown;
  readonly userId: Snowflake;
  /** Whether a column of persons names them in this row. */
  readonly isTheirs: boolean;
}

function ownValue({ persons }: DeclaredTable, { column, value, userId, isTheirs }: OwnValue): unknown {
  const declared = persons.find(({ name }) => name === column);
  if (declared === undefined) return value;
  const { kind, isMention } = declared;
  if (isMention) return isTheirs ? withoutOthers(value, userId) : undefined;
  if (kind === 'id') return String(value) === userId ? value : undefined;
  if (kind === 'ids') return [userId].filter((id) => (value as unknown[]).map(String).includes(id)); // -- the column is a list
  const text = kind === 'text' ? String(value) : JSON.stringify(value);
  if (!text.match(ANY_ID)?.includes(userId)) return undefined;
  return kind === 'text' ? masked(text, userId) : withoutOthers(value, userId);
}

/** A document with a word in place of every id but the person's. */
export function withoutOthers(document: unknown, userId: Snowflake): unknown {
  return parsed(masked(JSON.stringify(document), userId));
}

function masked(text: string, userId: Snowflake): string {
  return text.replaceAll(ANY_ID, (id) => (id === userId ? id : '(another id)'));
}

/** An id that was a number in the document, and not a text, leaves no document behind when it is masked. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
