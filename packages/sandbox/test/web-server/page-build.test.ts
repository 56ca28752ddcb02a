import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuildLock } from '../../src/web/build-lock.ts';
import { publishPage } from '../../src/web/publish-page.ts';

const run = promisify(execFile);
const TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 5;
const DAY_MS = 86_400_000;

let folder: string;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'twi-page-'));
  target = join(folder, 'web', 'page');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a process that wants the page; answers with the number of the index file that it was given. */
async function wantPage(): Promise<string> {
  const script = fileURLToPath(import.meta.resolve('./await-page.ts'));
  const { stdout } = await run(process.execPath, ['--conditions=source', script, target]);
  return stdout;
}

/** What the index of the built page asks for and does not get. */
function missingParts(): string[] {
  const html = readFileSync(join(target, 'index.html'), 'utf8');
  const parts = Array.from(html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g), ([, part]) => part ?? '');
  expect(parts.length).toBeGreaterThan(1);
  return parts.filter((part) => !existsSync(join(target, part)));
}

/** Looks again and again for what the index asks for, from when there is one, until it is stopped. */
function watchParts(): { stop: () => void; missing: Promise<string[]> } {
  const stopping = new AbortController();
  const missing = (async () => {
    const found: string[] = [];
    while (!stopping.signal.aborted) {
      if (existsSync(join(target, 'index.html'))) found.push(...missingParts());
      await delay(LOOK_EVERY_MS);
    }
    return found;
  })();
  return { stop: () => stopping.abort(), missing };
}

/** Makes a folder as Vite leaves it, with one part. */
function draftOf(part: string): string {
  const draft = join(folder, 'draft');
  mkdirSync(join(draft, 'assets'), { recursive: true });
  writeFileSync(join(draft, 'assets', part), part);
  writeFileSync(join(draft, 'index.html'), `<script src="/assets/${part}"></script>`);
  return draft;
}

test(
  'two processes that want the page at once get one build, and never half of it',
  { timeout: TIMEOUT_MS },
  async () => {
    const watch = watchParts();
    const [first, second] = await Promise.all([wantPage(), wantPage()]).finally(() => watch.stop());

    expect(await watch.missing).toEqual([]);
    expect(first).toMatch(/^\d+$/);
    expect(second).toBe(first);
    expect(missingParts()).toEqual([]);
    expect(readdirSync(join(folder, 'web'))).toEqual(['page']);
  },
);

test('a process that finds the page built does not build it again', { timeout: TIMEOUT_MS }, async () => {
  const first = await wantPage();
  expect(await wantPage()).toBe(first);
});

test('a process that died while it built holds nobody up', { timeout: TIMEOUT_MS }, async () => {
  const { pid } = (await run(process.execPath, ['-p', 'JSON.stringify({ pid: process.pid })']).then(
    ({ stdout }) => JSON.parse(stdout),
  )) as { pid: number };
  mkdirSync(join(folder, 'web'));
  writeFileSync(`${target}.lock`, String(pid));
  await wantPage();
  expect(missingParts()).toEqual([]);
});

test('of two who want a lock, one has it until it is given back', () => {
  const [mine, other] = [new BuildLock(`${target}.lock`), new BuildLock(`${target}.lock`)];
  expect([mine.take(), other.take()]).toEqual([true, false]);
  mine.release();
  expect(other.take()).toBe(true);
});

test('a lock that is older than any build is taken over', () => {
  const lock = new BuildLock(`${target}.lock`);
  expect(lock.take()).toBe(true);
  const longAgo = new Date(Date.now() - DAY_MS);
  utimesSync(`${target}.lock`, longAgo, longAgo);
  expect(lock.take()).toBe(true);
});

test('a build leaves the parts of the one before, and removes those that are long out of use', () => {
  publishPage(draftOf('one.js'), target, 1_000);
  publishPage(draftOf('two.js'), target, 2_000);
  expect(readdirSync(join(target, 'assets'))).toEqual(['one.js', 'two.js']);

  const longAgo = new Date(Date.now() - DAY_MS);
  utimesSync(join(target, 'assets', 'one.js'), longAgo, longAgo);
  publishPage(draftOf('three.js'), target, 3_000);
  expect(readdirSync(join(target, 'assets')).toSorted()).toEqual(['three.js', 'two.js']);
});

test('a page is as old as its sources, so that a change during the build is not lost', () => {
  publishPage(draftOf('one.js'), target, 5_000.7);
  const { mtimeMs } = statSync(join(target, 'index.html'));
  expect(mtimeMs).toBeGreaterThanOrEqual(5_000.7);
  expect(mtimeMs).toBeLessThan(5_010);
});
