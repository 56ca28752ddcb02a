import { stringify } from 'csv-stringify/sync';

/** So that programs which guess take it for UTF-8. */
const BYTE_ORDER_MARK = '\u{FEFF}';

/** What stands in a cell. */
export type Cell = number | string;

/** A table with a head. */
export interface Table {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Rows in parts, as they come from the database. */
  readonly parts: AsyncIterable<readonly (readonly Cell[])[]>;
}

export interface CsvFile {
  readonly name: string;
  readonly content: Buffer;
}

/** A table with commas, in files of at most so many bytes, each with a head. */
export async function* csvFiles({ name, columns, parts }: Table, mostBytes: number): AsyncGenerator<CsvFile> {
  const head = Buffer.from(BYTE_ORDER_MARK + stringify([[...columns]]));
  let number = 1;
  let lines = [head];
  let size = head.length;
  const file = (): CsvFile => ({
    name: number === 1 ? `${name}.csv` : `${name}-part-${number}.csv`,
    content: Buffer.concat(lines),
  });
  for await (const rows of parts) {
    for (const row of rows) {
      // A name that begins with "=" would be a formula, which runs in whoever opens the table.
      const line = Buffer.from(stringify([[...row]], { escape_formulas: true }));
      if (size + line.length > mostBytes && lines.length > 1) {
        yield file();
        number += 1;
        lines = [head];
        size = head.length;
      }
      lines.push(line);
      size += line.length;
    }
  }
  yield file();
}
