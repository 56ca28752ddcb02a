import { expect, test } from 'vitest';
import { KeyedQueue } from '../../src/commands/keyed-queue.ts';

/** A queue whose runs end when the test says so. */
function controlled(concurrency: number): {
  readonly queue: KeyedQueue<string, string>;
  readonly begun: string[];
  readonly end: (key: string) => Promise<void>;
} {
  const begun: string[] = [];
  const running = new Map<string, PromiseWithResolvers<string>>();
  const queue = new KeyedQueue<string, string>({
    concurrency,
    run(key) {
      const run = Promise.withResolvers<string>();
      begun.push(key);
      running.set(key, run);
      return run.promise;
    },
  });
  return {
    queue,
    begun,
    async end(key) {
      running.get(key)?.resolve(`${key} done`);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

test('works on as many keys at once as it may, in order', async () => {
  const { queue, begun, end } = controlled(2);
  const results = ['a', 'b', 'c'].map((key) => queue.add(key));

  expect(begun).toEqual(['a', 'b']);
  await end('a');
  expect(begun).toEqual(['a', 'b', 'c']);
  await end('b');
  await end('c');

  expect(await Promise.all(results)).toEqual(['a done', 'b done', 'c done']);
});

test('never works on one key twice at once, and once more for all that asked meanwhile', async () => {
  const { queue, begun, end } = controlled(5);
  const first = queue.add('a');
  const later = [queue.add('a'), queue.add('a')];

  expect(begun).toEqual(['a']);
  await end('a');
  await first;
  expect(begun).toEqual(['a', 'a']);
  await end('a');
  await Promise.all(later);

  expect(begun).toEqual(['a', 'a']);
});

test('lets urgent keys go first', async () => {
  const { queue, begun, end } = controlled(1);
  void queue.add('a');
  void queue.add('b');
  void queue.add('c', { urgent: true });

  await end('a');

  expect(begun).toEqual(['a', 'c']);
});

test('answers those who wait when it stops, and lets the running work end', async () => {
  const { queue, begun, end } = controlled(1);
  const running = queue.add('a');
  const waiting = queue.add('b');

  const stopped = queue.stop('not done');
  expect(await waiting).toBe('not done');
  await end('a');
  await stopped;

  expect(await running).toBe('a done');
  expect(begun).toEqual(['a']);
});
