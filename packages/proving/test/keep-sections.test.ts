import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FiguresPage, keepSections, type Measurements } from '@twi/proving';

const MEASUREMENTS: Measurements = {
  good: async () => ({ id: 'good', columns: ['what'], rows: [['good']], limits: [] }),
  bad: async () => ({
    id: 'bad',
    columns: ['what'],
    rows: [['bad']],
    limits: [{ what: 'it', measured: 2, atMost: 1, unit: 'ms' }],
  }),
};

const place = (id: string): string => `<!-- figures: ${id} -->\n<!-- end of figures -->\n`;

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'twi-figures-'));
  file = join(directory, 'page.md');
  await writeFile(file, place('good') + place('bad'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('everything is measured when nothing is named, and a missed limit shows', async () => {
  const areMet = await keepSections(new FiguresPage(file), MEASUREMENTS, []);

  expect(areMet).toBe(false);
  const text = await readFile(file, 'utf8');
  expect(text).toContain('| good |');
  expect(text).toContain('| bad |');
});

test('only what is named is measured', async () => {
  const areMet = await keepSections(new FiguresPage(file), MEASUREMENTS, ['good']);

  expect(areMet).toBe(true);
  const text = await readFile(file, 'utf8');
  expect(text).toContain('| good |');
  expect(text).not.toContain('| bad |');
});

test.for(['speed', 'toString'])('%s, which nobody measures, is refused with what there is', async (name) => {
  await expect(keepSections(new FiguresPage(file), MEASUREMENTS, ['good', name])).rejects.toThrow(
    `There is no ${name}; there are good, bad.`,
  );
  expect(await readFile(file, 'utf8')).not.toContain('| good |');
});
