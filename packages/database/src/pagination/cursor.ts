import { packValue, unpackValue } from './packed-value.ts';

/** A cursor that does not belong to the list that it was given to. */
export class CursorError extends Error {
  override readonly name = 'CursorError';
}

/** Where a page begins: after or before the row with these values. */
export interface Cursor {
  readonly direction: 'after' | 'before';
  /** The row's order columns as PostgreSQL writes them as text. */
  readonly values: readonly string[];
}

const SEPARATOR = '.';

/** Writes a cursor as short, url-safe text; about 13 characters for an id, 11 for a time. */
export function encodeCursor({ direction, values }: Cursor): string {
  return [direction === 'after' ? 'a' : 'b', ...values.map(packValue)].join(SEPARATOR);
}

/** @throws {CursorError} when the text is no cursor over so many columns. */
export function decodeCursor(text: string, columnCount: number): Cursor {
  const [direction, ...packed] = text.split(SEPARATOR);
  const values = packed.map(unpackValue).filter((value) => value !== undefined);
  const isWhole = values.length === columnCount && packed.length === columnCount;
  if (!isWhole || (direction !== 'a' && direction !== 'b'))
    throw new CursorError(`"${text}" is not a cursor of this list.`);
  return { direction: direction === 'a' ? 'after' : 'before', values };
}
