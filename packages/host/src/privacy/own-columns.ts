import type { DeclaredTable } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { readableName } from './words.ts';

type Row = Readonly<Record<string, unknown>>;

/** Ids of Discord, wherever they stand. */
const ANY_ID = /(?<!\d)\d{17,20}(?!\d)/g;

/** What a person gets to see of a row that names them: nothing that names others, nothing that is withheld. */
export function ownColumns(table: DeclaredTable, row: Row, userId: Snowflake): Row {
  const entries = Object.entries(row).flatMap(([column, value]) => {
    if (value === null || Buffer.isBuffer(value) || isWithheld(table, row, column)) return [];
    const own = ownValue(table, { column, value, userId });
    return own === undefined ? [] : [[readableName(column), own]];
  });
  return Object.fromEntries(entries);
}

function isWithheld({ withhold }: DeclaredTable, row: Row, column: string): boolean {
  if (!withhold?.columns.includes(column)) return false;
  return Object.entries(withhold.where ?? {}).every(([name, value]) => String(row[name]) === value);
}

function ownValue(
  { persons }: DeclaredTable,
  { column, value, userId }: { readonly column: string; readonly value: unknown; readonly userId: Snowflake },
): unknown {
  const kind = persons.find(({ name }) => name === column)?.kind;
  if (kind === undefined) return value;
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
