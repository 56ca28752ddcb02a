import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from '@twi/proving';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';

let sandbox: Sandbox;
let dataDir: string;
beforeAll(async () => {
  sandbox = await startSandbox({ scene: 'empty' });
  dataDir = await mkdtemp(join(tmpdir(), 'twi-failed-start-'));
});
afterAll(async () => {
  await sandbox.close();
  await rm(dataDir, { recursive: true, force: true });
});

test('a bot that cannot log in takes the database server down that it began to start', async () => {
  await using bot = BotProcess.start({
    DISCORD_TOKEN: 'not-the-token-of-this-bot',
    DISCORD_API_URL: sandbox.apiUrl,
    DATA_DIR: dataDir,
  });

  expect(await bot.ended()).toBe(1);

  expect(bot.output).toContain('invalid token');
  const files = await readdir(join(dataDir, 'postgres'));
  expect(files).toContain('PG_VERSION');
  expect(files).not.toContain('postmaster.pid');
});
