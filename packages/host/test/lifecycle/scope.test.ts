import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Scope } from '../../src/lifecycle/scope.ts';

function makeScope(): { scope: Scope; problems: string[] } {
  const problems: string[] = [];
  const scope = new Scope({ onProblem: (what, error) => problems.push(`${what}: ${String(error)}`) });
  return { scope, problems };
}

test('undoes in reverse, one after the other', async () => {
  const { scope, problems } = makeScope();
  const order: string[] = [];
  scope.defer('first', () => order.push('first'));
  scope.defer('slow', async () => {
    await sleep(5);
    order.push('slow');
  });

  await scope.dispose();

  expect(order).toEqual(['slow', 'first']);
  expect(problems).toEqual([]);
});

test('undoes everything, whatever throws, rejects or hangs', async () => {
  const { scope, problems } = makeScope();
  let isUndone = false;
  scope.defer('first', () => (isUndone = true));
  scope.defer('throwing', () => {
    throw new Error('thrown');
  });
  scope.defer('rejecting', () => Promise.reject(new Error('rejected')));
  scope.defer('hanging', () => new Promise(() => {}), 10);

  await scope.dispose();

  expect(isUndone).toBe(true);
  expect(problems).toEqual([
    'hanging: LoadTimeoutError: hanging took longer than 0.01 s.',
    'rejecting: Error: rejected',
    'throwing: Error: thrown',
  ]);
});

test('undoes once, however often it is told to', async () => {
  const { scope } = makeScope();
  let count = 0;
  scope.defer('counting', () => (count += 1));

  await Promise.all([scope.dispose(), scope.dispose()]);
  await scope.dispose();

  expect(count).toBe(1);
});

test('does not undo what is over by itself', async () => {
  const { scope } = makeScope();
  const order: string[] = [];
  scope.defer('first', () => order.push('first'));
  const forget = scope.defer('over', () => order.push('over'));
  scope.defer('last', () => order.push('last'));

  forget();
  await scope.dispose();

  expect(order).toEqual(['last', 'first']);
});

test('undoes at once what comes too late', async () => {
  const { scope } = makeScope();
  await scope.dispose();
  let isUndone = false;

  scope.defer('late', () => (isUndone = true));

  await expect.poll(() => isUndone).toBe(true);
});
