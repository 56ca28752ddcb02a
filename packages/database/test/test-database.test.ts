import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createTestDatabase } from '@twi/database/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';

const run = promisify(execFile);

test('every test database is empty, migrated and its own', async () => {
  await using first = await createTestDatabase();
  await using second = await createTestDatabase();
  await first.handle.ensureGuild('1');

  expect(await second.handle.db.selectFrom('core.guilds').selectAll().execute()).toEqual([]);
  expect(first.url).not.toBe(second.url);
});

test('many are cloned at once', async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, () => createTestDatabase()));

  const pings = await Promise.all(databases.map(({ handle }) => handle.ping()));
  await Promise.all(databases.map((database) => database.close()));

  expect(pings).toHaveLength(6);
});

test('is gone after it was closed, even when someone is still connected', async () => {
  await using observer = await createTestDatabase();
  const database = await createTestDatabase();
  const name = new URL(database.url).pathname.slice(1);
  const { Client } = await import('pg');
  const guest = new Client({ connectionString: database.url });
  guest.on('error', () => {});
  await guest.connect();

  await database.close();

  const { rows } = await sql`select from pg_database where datname = ${name}`.execute(observer.handle.db);
  expect(rows).toEqual([]);
});

test('brings its own server where no run provides one, and stops it', { timeout: 60_000 }, async () => {
  const program = `
    import { createTestDatabase } from ${JSON.stringify(import.meta.resolve('@twi/database/testing'))};
    const database = await createTestDatabase();
    await database.handle.ping();
    await database.close();
    console.log(database.url);
  `;
  const { DATABASE_TEST_URL: serverOfTheRun, ...env } = process.env;
  const { stdout } = await run(
    process.execPath,
    ['--conditions=source', '--input-type=module', '--eval', program],
    { env },
  );

  expect(new URL(stdout.trim()).port).not.toBe(new URL(serverOfTheRun ?? '').port);
  await expect(fetch(`http://127.0.0.1:${new URL(stdout.trim()).port}`)).rejects.toThrow('fetch failed');
});
