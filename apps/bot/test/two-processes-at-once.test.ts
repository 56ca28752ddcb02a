import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const SHARDS = ['0', '1'];
/** https://docs.discord.com/developers/events/gateway#sharding-max-concurrency */
const DISCORD_MS = 5_000;

let sandbox: Sandbox;
let database: TestDatabase;
let directory: string;
let bots: BotProcess[] = [];

beforeAll(async () => {
  // As Discord treats most bots: one shard at a time.
  sandbox = await startSandbox({ maxConcurrency: 1 });
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), 'twi-at-once-'));
}, 60_000);
afterEach(({ task }) => {
  if (task.result?.state === 'fail') process.stderr.write(bots.map(({ output }) => output).join('\n---\n'));
});
afterAll(async () => {
  await Promise.all(bots.map((bot) => bot.end('SIGTERM')));
  await sandbox.close();
  await database.close();
  await rm(directory, { recursive: true, force: true });
});

test(
  'two processes that start at once on an empty database both come up, and Discord refuses neither',
  { timeout: 120_000 },
  async () => {
    bots = SHARDS.map((shard) =>
      BotProcess.start({
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API_URL: sandbox.apiUrl,
        DATABASE_URL: database.url,
        DATA_DIR: join(directory, shard),
        SHARDS: shard,
        SHARD_COUNT: String(SHARDS.length),
      }),
    );

    await Promise.all(bots.map((bot) => bot.says('Up in')));

    const identified = sandbox.logins.filter(({ kind }) => kind === 'identify').map(({ at }) => at);
    // Whoever is refused identifies once more.
    expect(identified).toHaveLength(SHARDS.length);
    expect(identified[1]! - identified[0]!).toBeGreaterThan(DISCORD_MS);
    expect(bots.map(({ output }) => output).join('\n')).not.toMatch(/ERROR|WARN/);
  },
);
