import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renderSection } from './render-section.ts';
import { isMet, type Section } from './section.ts';

const OPENING = (id: string): string => `<!-- figures: ${id} -->\n`;
const CLOSING = '<!-- end of figures -->';
/** A formatter that aligned the columns would make every new figure a change of the whole table. */
const UNFORMATTED = ['<!-- prettier-ignore-start -->\n', '<!-- prettier-ignore-end -->\n'] as const;

/** A page of the documentation whose figures are written by what measures them. */
export class FiguresPage {
  readonly #page: string;

  /** @param page path of the Markdown file */
  constructor(page: string) {
    this.#page = page;
  }

  /** Prints a section and keeps it: beside the page as data, and in it as a table. */
  async keep(section: Section): Promise<void> {
    print(section);
    const file = this.#dataFile(section.id);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify(section, null, 2)}\n`);
    await writeFile(this.#page, await this.#withSection(section));
  }

  /** Every section that the page has a place for, as it was kept. */
  async kept(): Promise<Section[]> {
    const ids = Array.from((await this.text()).matchAll(/^<!-- figures: (\S+) -->$/gm), ([, id]) => id ?? '');
    return Promise.all(
      ids.map(async (id) => JSON.parse(await readFile(this.#dataFile(id), 'utf8')) as Section), // -- `keep` wrote it
    );
  }

  text(): Promise<string> {
    return readFile(this.#page, 'utf8');
  }

  async #withSection(section: Section): Promise<string> {
    const text = await this.text();
    const opening = OPENING(section.id);
    const start = text.indexOf(opening);
    const end = text.indexOf(CLOSING, start);
    if (start === -1 || end === -1)
      throw new RangeError(`${this.#page} has no place for "${section.id}": ${opening}${CLOSING}`);
    return [
      text.slice(0, start + opening.length),
      UNFORMATTED[0],
      renderSection(section),
      UNFORMATTED[1],
      text.slice(end),
    ].join('\n');
  }

  #dataFile(id: string): string {
    return join(dirname(this.#page), 'figures', `${id}.json`);
  }
}

function print({ id, columns, rows, limits }: Section): void {
  console.log(`\n${id}`);
  console.table(
    rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [columns[index] ?? index, cell]))),
  );
  for (const limit of limits)
    console.log(
      `${isMet(limit) ? 'met   ' : 'MISSED'} ${limit.what}: ${limit.measured.toPrecision(3)} ${limit.unit}`,
    );
}
