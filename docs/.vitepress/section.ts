import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(import.meta.dirname, '..');
const HEADING = /^# (.+)$/m;
/** The lists of an index page are the table of contents of its section. */
const LISTED_PAGE = /^- \[(?<text>[^\]]+)\]\((?<path>[\w/.-]+)\.md\)/gm;

interface Link {
  readonly text: string;
  readonly link: string;
}

/** A part of the site as its index page lists it. */
export interface Section {
  readonly text: string;
  readonly items: readonly Link[];
}

/** Reads the index page of a section, for example `plugins/index.md`, and names each page by its own heading. */
export function readSection(index: string): Section {
  const folder = index.replace(/[^/]*$/, '');
  const text = readFileSync(join(DOCS, index), 'utf8');
  const items = Array.from(text.matchAll(LISTED_PAGE), ({ groups }) => {
    const path = `${folder}${groups?.['path']}`;
    return { text: headingOf(readFileSync(join(DOCS, `${path}.md`), 'utf8'), path), link: `/${path}` };
  });
  return { text: headingOf(text, index), items };
}

function headingOf(text: string, path: string): string {
  const heading = HEADING.exec(text)?.[1];
  if (heading === undefined) throw new Error(`docs/${path} needs a heading of the first level.`);
  return heading;
}
