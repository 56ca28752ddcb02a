import { createTestDatabase } from '@twi/database/testing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setup } from '../src/vitest.ts';

const given = process.env['DATABASE_TEST_URL'];
beforeEach(() => {
  delete process.env['DATABASE_TEST_URL'];
});
afterEach(() => {
  if (given === undefined) delete process.env['DATABASE_TEST_URL'];
  else process.env['DATABASE_TEST_URL'] = given;
});

test('starts one server for the databases of all test files, and stops it', async () => {
  const stop = await setup();
  const url = process.env['DATABASE_TEST_URL'] ?? '';
  const { port } = new URL(url);

  const databases = await Promise.all([createTestDatabase(), createTestDatabase()]);
  expect(databases.map((database) => new URL(database.url).port)).toEqual([port, port]);
  for (const database of databases) await database.close();

  await stop();
  await expect(createTestDatabase()).rejects.toThrow('ECONNREFUSED');
});

test('uses the server that was given', async () => {
  process.env['DATABASE_TEST_URL'] = 'postgres://tests@127.0.0.1:1/tests';

  const stop = await setup();

  expect(process.env['DATABASE_TEST_URL']).toBe('postgres://tests@127.0.0.1:1/tests');
  await stop();
});
