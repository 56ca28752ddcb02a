/** A name of the database for people: `pending_expiries` is `pending expiries`. */
export function readableName(name: string): string {
  return name.replaceAll('_', ' ').replaceAll('-', ' ');
}

/** `1 row`, `2 rows`. */
export function rowsWord(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`;
}
