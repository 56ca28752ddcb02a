import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { RunContext } from '../../src/dispatch/run-context.ts';
import type { EntryPoint } from '../../src/entry-point.ts';

const listener = (name: string): EntryPoint => ({ plugin: 'gallery', kind: 'listener', name });

test('code knows its run, also after it waited, and beside other runs', async () => {
  const runs = new RunContext();
  const work = async (): Promise<string | undefined> => {
    await sleep(1);
    return runs.current()?.entry.name;
  };

  const names = await Promise.all(
    ['a', 'b'].map((name) => runs.within(runs.open(listener(name)), () => work())),
  );

  expect(names).toEqual(['a', 'b']);
  expect(runs.current()).toBeUndefined();
});

test('what a run sets in motion has its correlation id; separate events have their own', () => {
  const runs = new RunContext();
  const outer = runs.open(listener('outer'));

  const inner = runs.within(outer, () => runs.open(listener('inner')));

  expect(inner.correlationId).toBe(outer.correlationId);
  expect(runs.open(listener('other')).correlationId).not.toBe(outer.correlationId);
});

test('the run that was entered last is known after it ended', () => {
  const runs = new RunContext();
  const run = runs.open(listener('x'));

  runs.within(run, () => undefined);

  expect(runs.latest()).toBe(run);
});
