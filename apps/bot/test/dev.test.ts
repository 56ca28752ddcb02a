import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BotProcess } from './support/bot-process.ts';
import { describedCommands } from './support/described-commands.ts';

const TOLD_MS = 5_000;

let dataDir: string;
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'twi-dev-'))));
afterAll(() => rm(dataDir, { recursive: true, force: true }));

test('a supervised bot tells the sandbox of its supervisor which plugin registers which commands', async () => {
  await using supervisor = BotProcess.start({ DATA_DIR: dataDir, SANDBOX_PORT: '0' }, 'dev.ts');
  await supervisor.says('Up in');

  const titles = async () => (await describedCommands(dataDir)).map(({ title }) => title);

  await expect.poll(titles, { timeout: TOLD_MS }).toEqual(['General', 'Moderation']);
  expect(await supervisor.end('SIGTERM')).toBe(0);
});
