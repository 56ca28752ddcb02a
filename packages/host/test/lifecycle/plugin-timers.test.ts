import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PluginTimers } from '../../src/lifecycle/plugin-timers.ts';
import { Scope } from '../../src/lifecycle/scope.ts';

let scope: Scope;
let timers: PluginTimers;
let runs: number;

beforeEach(() => {
  runs = 0;
  scope = new Scope({ onProblem: () => {} });
  timers = new PluginTimers(scope, async (callback) => {
    runs += 1;
    await callback();
  });
});
afterEach(() => scope.dispose());

test('calls back again and again, until the scope ends', async () => {
  let calls = 0;
  timers.every(2, () => void (calls += 1));
  await expect.poll(() => calls).toBeGreaterThan(2);

  await scope.dispose();
  const before = calls;
  await sleep(20);

  expect(calls).toBe(before);
});

test('does not overtake a run that takes longer than the interval', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  timers.every(2, () => promise);
  await expect.poll(() => runs).toBe(1);
  await sleep(20);

  expect(runs).toBe(1);

  resolve();
  await expect.poll(() => runs).toBeGreaterThan(1);
});

test('calls back once, unless the scope ended before', async () => {
  let calls = 0;
  timers.after(2, () => void (calls += 1));
  await expect.poll(() => calls).toBe(1);

  timers.after(10, () => void (calls += 1));
  await scope.dispose();
  await sleep(30);

  expect(calls).toBe(1);
});

test('keeps nothing of what is over: plugins wait again and again', async () => {
  for (let count = 0; count < 20; count += 1) timers.after(1, () => {});
  await expect.poll(() => runs).toBe(20);
  const cleared = vi.spyOn(globalThis, 'clearTimeout');

  await scope.dispose();

  expect(cleared).not.toHaveBeenCalled();
  cleared.mockRestore();
});

test.each([0, -1, Number.NaN, 2_147_483_648])(
  'refuses a delay of %d ms, which Node would turn into 1',
  (ms) => {
    expect(() => timers.every(ms, () => {})).toThrow(RangeError);
    expect(() => timers.after(ms, () => {})).toThrow(RangeError);
  },
);
