import { lockUntilCommit } from '@twi/database';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

/** Begins a transaction that takes a key, and stays open until it is told to end. */
async function holding(key: string) {
  const { promise: told, resolve: tell } = Promise.withResolvers<Error | undefined>();
  const { promise: held, resolve: hold } = Promise.withResolvers<void>();
  const work = database.handle.db.transaction().execute(async (transaction) => {
    await lockUntilCommit(transaction, key);
    hold();
    const error = await told;
    if (error) throw error;
  });
  const ended = work.catch((error: unknown) => error);
  return { held, end: (error?: Error) => (tell(error), ended) };
}

test('who holds a key keeps others out until it commits', async () => {
  const first = await holding('shelf 1');
  await first.held;
  let isIn = false;
  const second = await holding('shelf 1');
  const entered = second.held.then(() => (isIn = true));

  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(isIn).toBe(false);
  await first.end();
  await entered;

  expect(isIn).toBe(true);
  await second.end();
});

test('a transaction that fails lets the next one in', async () => {
  const first = await holding('shelf 2');
  await first.held;
  const second = await holding('shelf 2');

  expect(await first.end(new Error('changed my mind'))).toMatchObject({ message: 'changed my mind' });

  await second.held;
  await second.end();
});

test('other keys are free', async () => {
  const first = await holding('shelf 3');
  const second = await holding('shelf 4');

  await Promise.all([first.held, second.held]);

  expect(await Promise.all([first.end(), second.end()])).toEqual([undefined, undefined]);
});
