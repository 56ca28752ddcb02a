import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { DOCS, listPages, read } from './documentation.ts';

const FENCE = /^```(?<language>\w+)(?: from=(?<source>\S+))?\n(?<code>.*?)\n```$/gms;

const fences = await Promise.all(
  (await listPages()).map(async (page) =>
    Array.from((await read(page)).matchAll(FENCE), ({ groups }) => ({ page, ...groups })),
  ),
).then((lists) => lists.flat() as Fence[]); // -- the groups of FENCE, which the checker cannot read

/** A block of code in a page. */
interface Fence {
  readonly page: string;
  readonly language: string;
  /** The file under `docs/samples` that it shows, with `#region` where it shows a part. */
  readonly source: string | undefined;
  readonly code: string;
}

const quoted = fences.flatMap(({ page, source, code }) => (source ? [[page, source, code] as const] : []));

test.each(quoted)('%s shows %s as it is', async (_page, source, code) => {
  const [path = '', region] = source.split('#');
  const file = await read(`docs/samples/${path}`);
  const shown = (region === undefined ? file : regionOf(file, region)).trimEnd();

  // The formatter lays JSON out in another way where it is part of a page.
  const parse = path.endsWith('.json') ? JSON.parse : String;
  expect(parse(code)).toEqual(parse(shown));
});

test('every sample in a language that is compiled comes from a file that is compiled', () => {
  const invented = fences.filter(
    ({ page, language, source }) => page.startsWith('docs/plugins/') && language !== 'sh' && !source,
  );

  expect(invented).toEqual([]);
});

test('the tutorial names each file above its block', async () => {
  const page = await read('docs/plugins/tutorial.md');
  const blocks = Array.from(page.matchAll(/^```\w+ from=quotes\/(\S+)$/gm), ([, path]) => path);
  const named = Array.from(page.matchAll(/^`([\w./-]+)`\n\n```\w+ from=/gm), ([, path]) => path);

  expect(named).toEqual(blocks);
});

test('the tutorial shows every file of its plugin', async () => {
  const shown = new Set(
    fences.filter(({ page }) => page.endsWith('tutorial.md')).map(({ source }) => source),
  );
  const entries = await readdir(join(DOCS, 'samples/quotes'), { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map(({ parentPath, name }) =>
      relative(join(DOCS, 'samples'), join(parentPath, name)).replaceAll(sep, '/'),
    );

  expect(files.filter((file) => !shown.has(file))).toEqual([]);
});

function regionOf(file: string, name: string): string {
  const lines = file.split('\n');
  const start = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  const end = lines.findIndex((line, index) => index > start && line.trim() === '// #endregion');
  if (start === -1 || end === -1) throw new Error(`There is no region "${name}".`);
  const part = lines.slice(start + 1, end);
  const indent = /^ */.exec(part[0] ?? '')?.[0].length ?? 0;
  return part.map((line) => line.slice(indent)).join('\n');
}
