import { expect, test, vi } from 'vitest';
import { Liveness } from '../src/counting/liveness.ts';

/** A second of a process that is well: it beats, and the timer is let in. */
function second(liveness: Liveness): void {
  liveness.beat();
  liveness.tick();
}

/** Seconds in which the plugin is stopped. */
function stopped(liveness: Liveness, seconds: number): void {
  for (let count = 0; count < seconds; count += 1) liveness.beat();
}

function start(): { liveness: Liveness; recoveries: () => number } {
  const onRecovery = vi.fn<() => void>();
  const liveness = new Liveness(onRecovery);
  for (let count = 0; count < 3; count += 1) second(liveness);
  return { liveness, recoveries: () => onRecovery.mock.calls.length };
}

test('nothing is missed while its timer comes round, and nobody looks for it', () => {
  const { liveness, recoveries } = start();

  expect(liveness.isWhole).toBe(true);
  stopped(liveness, 2);
  expect(liveness.isWhole, 'a timer may be late').toBe(true);
  liveness.tick();

  expect(liveness.isWhole).toBe(true);
  expect(recoveries()).toBe(0);
});

test('while no timer is let in nothing counts, nor until two in a row were', () => {
  const { liveness, recoveries } = start();

  stopped(liveness, 60);
  expect(liveness.isWhole, 'stopped').toBe(false);
  liveness.tick();
  expect(liveness.isWhole, 'one event is tried').toBe(false);
  expect(recoveries()).toBe(0);

  second(liveness);
  expect(liveness.isWhole).toBe(true);
  expect(recoveries()).toBe(1);
  second(liveness);
  expect(recoveries(), 'once').toBe(1);
});

test('a try that fails leaves it waiting for the next one', () => {
  const { liveness, recoveries } = start();

  stopped(liveness, 60);
  liveness.tick();
  stopped(liveness, 120);
  liveness.tick();
  expect(liveness.isWhole).toBe(false);
  expect(recoveries()).toBe(0);

  second(liveness);
  expect(liveness.isWhole).toBe(true);
  expect(recoveries()).toBe(1);
});

test('what came and could not be dealt with is found a moment later', () => {
  const { liveness, recoveries } = start();

  liveness.miss();
  expect(liveness.isWhole).toBe(false);
  second(liveness);

  expect(liveness.isWhole).toBe(true);
  expect(recoveries()).toBe(1);
});

test('is not whole before what was missed is noted', () => {
  const seen: boolean[] = [];
  const liveness = new Liveness(() => seen.push(liveness.isWhole));
  liveness.miss();
  second(liveness);

  expect(seen).toEqual([false]);
});
