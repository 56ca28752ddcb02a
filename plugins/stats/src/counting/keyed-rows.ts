/**
 * Rows by two parts of their keys in which most of them differ; the few that share both are told apart by the rest. A message is
 * counted faster so than by a key of one text, which would be made for each.
 */
export class KeyedRows<Row> {
  readonly #rows = new Map<string, Map<string, Row[]>>();
  #size = 0;

  /** How many rows there are. */
  get size(): number {
    return this.#size;
  }

  /** The row with these parts of its key that has the rest as well. */
  find(outer: string, inner: string, hasRest: (row: Row) => boolean): Row | undefined {
    return this.#rows.get(outer)?.get(inner)?.find(hasRest);
  }

  add(outer: string, inner: string, row: Row): void {
    this.#size += 1;
    const rows = this.#rows.get(outer) ?? new Map<string, Row[]>();
    this.#rows.set(outer, rows);
    const same = rows.get(inner);
    if (same) same.push(row);
    else rows.set(inner, [row]);
  }

  *values(): Generator<Row> {
    for (const rows of this.#rows.values()) for (const same of rows.values()) yield* same;
  }

  /** Forgets rows. */
  drop(isDropped: (row: Row) => boolean): void {
    for (const rows of this.#rows.values())
      for (const [inner, same] of rows) {
        const kept = same.filter((row) => !isDropped(row));
        this.#size -= same.length - kept.length;
        if (kept.length > 0) rows.set(inner, kept);
        else rows.delete(inner);
      }
  }
}
