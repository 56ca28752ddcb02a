import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { LoopMonitor } from '../../src/dispatch/loop-monitor.ts';
import { RunContext } from '../../src/dispatch/run-context.ts';
import type { EntryPoint } from '../../src/entry-point.ts';
import { LoopBlockedError } from '../../src/errors/loop-blocked-error.ts';
import type { PluginRecord } from '../../src/plugin-record.ts';
import { silentLogger } from '../silent-logger.ts';
import { silentMetrics } from '../silent-metrics.ts';

const SOON = 15_000;

interface Blocked {
  readonly error: unknown;
  readonly entry: EntryPoint;
}

let monitor: LoopMonitor | undefined;
afterEach(() => monitor?.close());

function record(id: string, directory?: string): PluginRecord {
  const discovered = {
    id,
    packageName: id,
    version: '1.0.0',
    requires: {},
    optional: {},
    sdkRange: '*',
    import: () => Promise.reject(new Error('not imported here')),
    ...(directory && { directory }),
  };
  return { id, discovered, state: 'loaded', pieces: [], commands: [] };
}

function start(
  plugins: readonly PluginRecord[],
  { isUp = true } = {},
): {
  blocked: Blocked[];
  warnings: string[];
  runs: RunContext;
} {
  const blocked: Blocked[] = [];
  const warnings: string[] = [];
  const runs = new RunContext();
  monitor = new LoopMonitor({
    plugins: { list: () => plugins },
    runs,
    errors: { handle: async (error, entry) => (blocked.push({ error, entry }), 'failed') },
    metrics: silentMetrics,
    logger: {
      ...silentLogger,
      warn: (...values: readonly unknown[]) => void warnings.push(values.join(' ')),
    },
  });
  if (isUp) monitor.begin();
  return { blocked, warnings, runs };
}

/** Computes for so long; on a busy machine, which gives it little time, that takes longer. */
function busyWait(ms: number): void {
  const before = process.threadCpuUsage();
  const spent = (): number => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  };
  while (spent() < ms) JSON.stringify({ a: [1, 2, 3] });
}

test('blocking is attributed to the plugin in whose folder the running code lies, with its stack', async () => {
  const { blocked } = start([record('other', '/nowhere'), record('heavy', import.meta.dirname)]);
  await sleep(500);

  busyWait(2_000);

  await vi.waitFor(() => expect(blocked).toHaveLength(1), SOON);
  const [{ error, entry }] = blocked as [Blocked];
  expect(entry.plugin).toBe('heavy');
  expect(error).toBeInstanceOf(LoopBlockedError);
  expect((error as LoopBlockedError).durationMs).toBeGreaterThan(1_000);
  expect((error as LoopBlockedError).stack).toMatch(/at busyWait \(file:.*loop-monitor\.test\.ts\S*:\d+\)/);
});

test('a plugin without a folder is suspected when its run had just begun', async () => {
  const { blocked, runs } = start([record('given')]);
  await sleep(500);

  runs.within(runs.open({ plugin: 'given', kind: 'listener', name: 'given/x' }), () => busyWait(1_800));

  await vi.waitFor(() => expect(blocked.map(({ entry }) => entry.plugin)).toEqual(['given']), SOON);
});

test('nobody is blamed for blocking that is no plugin’s', async () => {
  const { blocked, warnings } = start([record('other', '/nowhere')]);
  await sleep(500);

  busyWait(1_800);

  await vi.waitFor(() => expect(warnings).not.toEqual([]), SOON);
  expect(warnings[0]).toMatch(/stood still for \d+ ms/);
  expect(blocked).toEqual([]);
});

test('nobody is blamed where there is more work than time', async () => {
  const { blocked, warnings, runs } = start([record('heavy', import.meta.dirname), record('given')]);
  await sleep(500);

  const end = performance.now() + 2_500;
  while (performance.now() < end)
    runs.within(runs.open({ plugin: 'given', kind: 'listener', name: 'given/x' }), () => busyWait(20));

  await vi.waitFor(() => expect(warnings).not.toEqual([]), SOON);
  expect(warnings[0]).toMatch(/stood still for \d+ ms/);
  expect(blocked).toEqual([]);
});

test('short work is not noticed, and the delay of the loop is measured', async () => {
  const { blocked } = start([record('heavy', import.meta.dirname)]);
  await sleep(300);

  const end = performance.now() + 300;
  while (performance.now() < end) JSON.stringify({ a: [1, 2, 3] });
  await sleep(600);

  // A machine that has no time for anything is a warning, and nobody's fault.
  expect(blocked).toEqual([]);
  expect(monitor?.delay().max).toBeGreaterThan(200);
});

test('what stands still before the bot is up is nobody’s fault', async () => {
  const { blocked, warnings } = start([record('heavy', import.meta.dirname)], { isUp: false });

  busyWait(1_500);
  await sleep(1_000);

  expect(blocked).toEqual([]);
  expect(warnings).toEqual([]);
  expect(monitor?.delay()).toEqual({ mean: 0, p99: 0, max: 0 });
});
