import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FiguresPage, isMet, renderSection, ROOT, type Section } from '@twi/proving';

const SECTION: Section = {
  id: 'speed',
  columns: ['bot', 'per second'],
  rows: [
    ['bare', '100'],
    ['ours | theirs', '96'],
  ],
  limits: [
    { what: 'ours to bare', measured: 0.96, atLeast: 0.95, unit: '×' },
    { what: 'memory', measured: 0.4, atMost: 0.35, unit: '×' },
  ],
};

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'twi-figures-'));
  file = join(directory, 'page.md');
  await writeFile(file, '# Page\n\n<!-- figures: speed -->\n<!-- end of figures -->\n\nThe end.\n');
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('a section says what was measured and whether it is as asked', () => {
  const text = renderSection(SECTION);

  expect(text).toContain('| ours \\| theirs | 96 |');
  expect(text).toContain('| ours to bare | at least 0.95 × | 0.96 × | met |');
  expect(text).toContain('| memory | at most 0.35 × | 0.4 × | **missed** |');
});

test('a page holds the newest figures, and all around them stays', async () => {
  const page = new FiguresPage(file);
  await page.keep({ ...SECTION, rows: [['old', '1']] });
  await page.keep(SECTION);

  const text = await readFile(file, 'utf8');
  expect(text).toContain(`-->\n\n${renderSection(SECTION)}\n<!--`);
  expect(text).not.toContain('| old |');
  expect(text).toMatch(/^# Page\n\n<!-- figures: speed -->\n/);
  expect(text).toMatch(/<!-- end of figures -->\n\nThe end.\n$/);
  expect(await page.kept()).toEqual([SECTION]);
});

test('a section without a place in the page is refused', async () => {
  await expect(new FiguresPage(file).keep({ ...SECTION, id: 'other' })).rejects.toThrow(
    'has no place for "other"',
  );
});

test('limits are met at the limit itself', () => {
  expect(isMet({ what: '', measured: 1, atMost: 1, unit: '' })).toBe(true);
  expect(isMet({ what: '', measured: 1, atLeast: 1, unit: '' })).toBe(true);
  expect(isMet({ what: '', measured: Number.NaN, atLeast: 1, unit: '' })).toBe(false);
});

test.for(['docs/performance.md', 'docs/reliability.md'])(
  'the figures of %s are those that were measured',
  async (path) => {
    const page = new FiguresPage(join(ROOT, path));
    const text = await page.text();

    for (const section of await page.kept()) expect(text).toContain(renderSection(section));
  },
);
