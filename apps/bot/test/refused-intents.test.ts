import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { expect, onTestFinished, test } from 'vitest';

async function startWithoutIntents(isTold: boolean): Promise<BotProcess> {
  const sandbox = await startSandbox({ scene: 'empty', privilegedIntents: 0 });
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'twi-intents-'));
  if (!isTold) sandbox.faults.failNext({ method: 'GET', template: '/applications/@me', status: 403 });
  const bot = BotProcess.start({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
  });
  onTestFinished(async () => {
    await bot[Symbol.asyncDispose]();
    await sandbox.close();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return bot;
}

test('the bot starts without the intents that it was not granted', { timeout: 60_000 }, async () => {
  const bot = await startWithoutIntents(true);

  await bot.says(/Up in \d+ ms/);
  expect(bot.output).toContain('The Message Content Intent is not switched on for this bot');
});

test('ends with 78 and what to do where Discord refuses its intents', { timeout: 60_000 }, async () => {
  const bot = await startWithoutIntents(false);

  expect(await bot.ended()).toBe(78);
  expect(bot.output).toContain('under Bot › Privileged Gateway Intents');
  expect(bot.output).not.toMatch(/ {4}at .*discord/);
});
