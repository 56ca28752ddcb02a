import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../../..');
export const DOCS = join(ROOT, 'docs');

/** Text of a file of the repository. */
export function read(path: string): Promise<string> {
  return readFile(join(ROOT, path), 'utf8');
}

/** The pages of the documentation, by their paths in the repository. */
export async function listPages(): Promise<string[]> {
  const files = await readdir(DOCS, { recursive: true });
  return files
    .filter((file) => file.endsWith('.md') && !/node_modules|^samples|^\.vitepress/.test(file))
    .map((file) => `docs/${file}`)
    .toSorted();
}

/** The part of a page below a heading, up to the next heading of any level. */
export function sectionOf(page: string, heading: string): string {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => /^#{1,6} /.test(line) && line.replace(/^#+ /, '') === heading);
  if (start === -1) throw new Error(`There is no heading "${heading}".`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^#{1,6} /.test(line));
  return rest.slice(0, end === -1 ? undefined : end).join('\n');
}

/** The names in the first column of the tables of a text, which are written as code. */
export function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/^\| `([^`]+)`/gm), ([, name = '']) => name);
}
