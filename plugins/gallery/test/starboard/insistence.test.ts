import { setTimeout as sleep } from 'node:timers/promises';
import { Logger, LogLevel } from '@sapphire/framework';
import { expect, test, vi } from 'vitest';
import { Insistence } from '../../src/starboard/insistence.ts';

const SOON = { timeout: 20_000, interval: 50 };

/** As PostgreSQL refuses what it has no room for. */
class FullError extends Error {
  readonly code = '53100';
}

/** What the host hands to a plugin, as far as waiting goes. */
function newInsistence() {
  const said: string[] = [];
  const thrown: unknown[] = [];
  const after = (ms: number, callback: () => void | Promise<void>): void => {
    setTimeout(() => void Promise.resolve(callback()).catch((error: unknown) => thrown.push(error)), ms);
  };
  const logger = new Logger(LogLevel.Info);
  logger.write = (_level, line) => void said.push(String(line));
  return { insistence: new Insistence({ after, logger }), said, thrown };
}

test('does at once what the database takes, and hands on what is wrong otherwise', async () => {
  const { insistence, said } = newInsistence();
  const work = vi.fn<() => Promise<void>>(async () => {});

  await insistence.insist(work);

  expect(work).toHaveBeenCalledTimes(1);
  await expect(insistence.insist(() => Promise.reject(new TypeError('A mistake')))).rejects.toThrow(
    'A mistake',
  );
  expect(said).toEqual([]);
});

test('does in order what came while the database was in trouble, and says so once', async () => {
  const { insistence, said } = newInsistence();
  const done: number[] = [];
  let isFull = true;
  const workOf = (number: number) => async () => {
    if (isFull) throw new FullError('could not extend file');
    done.push(number);
  };

  await Promise.all([1, 2].map((number) => insistence.insist(workOf(number))));
  for (let number = 3; number <= 250; number += 1) await insistence.insist(workOf(number));
  expect(done).toEqual([]);
  isFull = false;

  await vi.waitFor(() => expect(done).toHaveLength(250), SOON);
  expect(done).toEqual(done.toSorted((one, other) => one - other));
  await insistence.insist(workOf(251));
  expect(done.at(-1)).toBe(251);
  expect(said).toEqual([
    'Stars cannot be noted at present; they wait for the database.',
    'Stars are noted again.',
  ]);
}, 30_000);

test('what is wrong with one thing that waits does not keep the others', async () => {
  const { insistence, thrown } = newInsistence();
  const done: string[] = [];
  await insistence.insist(failingOnce(new FullError('could not extend file'), () => done.push('first')));
  await insistence.insist(() => Promise.reject(new TypeError('A mistake')));
  await insistence.insist(async () => void done.push('last'));

  await vi.waitFor(() => expect(done).toEqual(['first', 'last']), SOON);
  await sleep(0);

  expect(thrown).toEqual([expect.any(TypeError)]);
}, 30_000);

/** Fails the first time, and is done the second time. */
function failingOnce(error: Error, work: () => unknown): () => Promise<void> {
  let hasFailed = false;
  return async () => {
    if (hasFailed) work();
    else {
      hasFailed = true;
      throw error;
    }
  };
}
