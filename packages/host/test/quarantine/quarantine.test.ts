import { expect, test } from 'vitest';
import { LoopBlockedError } from '../../src/errors/loop-blocked-error.ts';
import { createRedact } from '../../src/logging/redact.ts';
import { Quarantine, type QuarantineChange } from '../../src/quarantine/quarantine.ts';
import { silentLogger } from '../silent-logger.ts';
import { silentMetrics } from '../silent-metrics.ts';

const MINUTE = 60_000;

function start(): { quarantine: Quarantine; clock: { now: number }; changes: QuarantineChange[] } {
  const clock = { now: Date.parse('2030-01-01') };
  const quarantine = new Quarantine({
    logger: silentLogger,
    metrics: silentMetrics,
    redact: createRedact(),
    now: () => clock.now,
  });
  const changes: QuarantineChange[] = [];
  quarantine.onChange((change) => changes.push(change));
  return { quarantine, clock, changes };
}

function fail(quarantine: Quarantine, times: number, error: Error = new Error('broken')): void {
  for (let index = 0; index < times; index += 1) quarantine.fault('gallery', error);
}

test('ten faults are within the budget, the eleventh is not', () => {
  const { quarantine } = start();

  fail(quarantine, 10);
  expect(quarantine.isStopped('gallery')).toBe(false);

  fail(quarantine, 1);
  expect(quarantine.isStopped('gallery')).toBe(true);
  expect(quarantine.isStopped('stats')).toBe(false);
});

test('faults are forgotten with time', () => {
  const { quarantine, clock } = start();

  for (let minute = 0; minute < 20; minute += 1) {
    fail(quarantine, 4);
    clock.now += MINUTE;
  }

  expect(quarantine.isStopped('gallery')).toBe(false);
});

test('blocking everybody weighs more than failing alone', () => {
  const { quarantine } = start();

  fail(quarantine, 4, new LoopBlockedError('gallery', 2_000, []));

  expect(quarantine.isStopped('gallery')).toBe(true);
});

test('says why and until when, without secrets', () => {
  const { quarantine, clock } = start();

  fail(quarantine, 11, new Error('postgres://u:hunter2@db/x refused'));

  expect(quarantine.status('gallery')).toMatchObject({
    state: 'stopped',
    stop: {
      level: 1,
      until: new Date(clock.now + MINUTE),
      reason: 'Error: postgres://u:[redacted]@db/x refused',
    },
  });
});

test('once its time is served, one event is let in, and its success ends the quarantine', () => {
  const { quarantine, clock, changes } = start();
  fail(quarantine, 11);
  clock.now += MINUTE;

  expect(quarantine.isStopped('gallery')).toBe(false);
  const end = quarantine.enter('gallery');
  expect(quarantine.isStopped('gallery')).toBe(true);
  expect(quarantine.enter('gallery')).toBeUndefined();
  end?.();

  expect(quarantine.isStopped('gallery')).toBe(false);
  expect(quarantine.status('gallery')).toEqual({ state: 'healthy', weight: 0 });
  expect(changes.map(({ stop }) => stop?.level)).toEqual([1, undefined]);
});

test('a failed trial doubles the interval, up to an hour', () => {
  const { quarantine, clock, changes } = start();
  fail(quarantine, 11);

  for (let trial = 0; trial < 8; trial += 1) {
    const { stop } = changes.at(-1) ?? {};
    clock.now = stop?.until.getTime() ?? 0;
    const end = quarantine.enter('gallery');
    fail(quarantine, 1);
    end?.();
  }

  const minutes = changes.map(({ stop }, index) => {
    const since = index === 0 ? Date.parse('2030-01-01') : (changes[index - 1]?.stop?.until.getTime() ?? 0);
    return ((stop?.until.getTime() ?? 0) - since) / MINUTE;
  });
  expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('a relapse soon after a success goes on where it was; after an hour of health it starts anew', () => {
  const { quarantine, clock, changes } = start();
  const serve = (): void => {
    clock.now = changes.at(-1)?.stop?.until.getTime() ?? clock.now;
    quarantine.enter('gallery')?.();
  };
  fail(quarantine, 11);
  serve();
  clock.now += 10 * MINUTE;
  fail(quarantine, 11);
  expect(changes.at(-1)?.stop?.level).toBe(2);

  serve();
  clock.now += 61 * MINUTE;
  fail(quarantine, 11);
  expect(changes.at(-1)?.stop?.level).toBe(1);
});

test('released by hand, a plugin runs at once', () => {
  const { quarantine, changes } = start();
  fail(quarantine, 11);

  quarantine.release('gallery');

  expect(quarantine.isStopped('gallery')).toBe(false);
  expect(changes.at(-1)).toEqual({ pluginId: 'gallery', stop: undefined });
});

test('core is never stopped: it is what releases the others', () => {
  const { quarantine } = start();

  for (let index = 0; index < 100; index += 1) quarantine.fault('core', new Error('broken'));

  expect(quarantine.isStopped('core')).toBe(false);
});
