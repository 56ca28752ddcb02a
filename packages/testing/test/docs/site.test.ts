import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCS, listPages, read } from './documentation.ts';

const run = promisify(execFile);
const VITEPRESS = join(DOCS, '../node_modules/vitepress/bin/vitepress.js');

let site: string;
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), 'twi-docs-'));
  // Fails on a link that leads nowhere.
  await run(process.execPath, [VITEPRESS, 'build', DOCS, '--outDir', site], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}, 120_000);
afterAll(() => rm(site, { recursive: true, force: true }));

test('the site is built, and none of its pages asks another machine for anything', async () => {
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html'));
  const texts = await Promise.all(pages.map((page) => readFile(join(site, page), 'utf8')));

  expect(pages).toContain(join('plugins', 'tutorial.html'));
  expect(
    texts.join('\n').match(/<(?:script|link|img|iframe)\b[^>]*(?:src|href)="(?:https?:)?\/\/[^"]*/g),
  ).toBeNull();
});

test('styles load nothing from elsewhere', async () => {
  const files = await readdir(site, { recursive: true });
  const styles = await Promise.all(
    files.filter((file) => file.endsWith('.css')).map((file) => readFile(join(site, file), 'utf8')),
  );

  expect(styles.join('\n')).not.toMatch(/url\(["']?(?:https?:)?\/\//);
});

test('every page of a section is listed on its index page', async () => {
  const pages = await listPages();
  const listed = await Promise.all(
    pages
      .filter((page) => page.endsWith('/index.md'))
      .map(async (index) =>
        Array.from((await read(index)).matchAll(/\]\(([\w/.-]+\.md)/g), ([, link = '']) =>
          join(dirname(index), link),
        ),
      ),
  );

  expect(pages.filter((page) => !page.endsWith('/index.md') && !listed.flat().includes(page))).toEqual([]);
});
