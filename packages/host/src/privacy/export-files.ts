/** A part of an export, small enough for Discord. */
export interface ExportFile {
  readonly name: string;
  readonly content: Buffer;
}

/** Bots may send 10 MiB (Reference › Uploading Files); a part ends soon after this many characters. */
const PART_CHARACTERS = 4_000_000;

interface Section {
  readonly plugin: string;
  readonly table: string;
  readonly erasing: string;
  readonly rows: string[];
}

/** Collects rows as JSON, in as many files as it takes; each is a document of its own. */
export class ExportFiles {
  readonly #head: Readonly<Record<string, unknown>>;
  readonly #parts: Section[][] = [[]];
  #size = 0;

  /** @param head what stands at the beginning of each file. */
  constructor(head: Readonly<Record<string, unknown>>) {
    this.#head = head;
  }

  /** Adds a row, to the section of the row before when it has the same plugin and table. */
  add({ row, ...section }: Omit<Section, 'rows'> & { readonly row: unknown }): void {
    const text = JSON.stringify(row);
    if (this.#size > PART_CHARACTERS) {
      this.#parts.push([]);
      this.#size = 0;
    }
    this.#size += text.length;
    const sections = this.#parts.at(-1) ?? [];
    const last = sections.at(-1);
    if (last?.plugin === section.plugin && last.table === section.table) last.rows.push(text);
    else sections.push({ ...section, rows: [text] });
  }

  files(): ExportFile[] {
    const count = this.#parts.length;
    return this.#parts.map((sections, index) => ({
      name: count === 1 ? 'my-data.json' : `my-data-${index + 1}-of-${count}.json`,
      content: Buffer.from(this.#document(sections, count > 1 ? { part: index + 1, parts: count } : {})),
    }));
  }

  /** Rows stand one a line: readable, without the cost of indenting them. */
  #document(sections: readonly Section[], part: Readonly<Record<string, unknown>>): string {
    const head = JSON.stringify({ ...this.#head, ...part }).slice(0, -1);
    const body = sections.map(
      ({ plugin, table, erasing, rows }) =>
        `${JSON.stringify({ plugin, table, erasing }).slice(0, -1)},"rows":[\n${rows.join(',\n')}\n]}`,
    );
    return `${head},"data":[\n${body.join(',\n')}\n]}\n`;
  }
}
