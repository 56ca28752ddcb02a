import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase } from '@twi/database/testing';
import { BotProcess } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { expect, test } from 'vitest';

test('with a token, another Discord and another database, the same bot works unchanged', async () => {
  await using sandbox = await startSandbox({ rateLimits: false });
  await using database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'twi-elsewhere-'));
  await using bot = BotProcess.start({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    LOG_FORMAT: 'json',
  });
  await bot.says('Up in');
  const guild = sandbox.guilds[0]!;
  const channelId = guild.channel('general')!.id;
  const as = (name: string) => sandbox.as(sandbox.user(name)!.id, { channelId });

  await as('olivia').slash('plugins enable', { plugin: 'moderation' });
  const { response } = await as('alice').slash('warn', { user: sandbox.user('mallory')!.id, reason: 'Spam' });

  expect(response?.embeds[0]?.description).toContain('case #1');
  expect(await readdir(dataDir)).toEqual([]);
  expect(bot.output).not.toContain('sandbox, a local Discord');
  await rm(dataDir, { recursive: true, force: true });
});

test('a token that Discord refuses ends the process with a word about the token, without the token', async () => {
  await using sandbox = await startSandbox();
  await using database = await createTestDatabase();
  const token = 'planted.wrong.token-0123456789';
  await using bot = BotProcess.start({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: database.url,
    DATA_DIR: tmpdir(),
  });

  expect(await bot.ended()).toBe(1);
  expect(bot.output).toMatch(/token/i);
  expect(bot.output).not.toContain(token);
});

test('a database that does not answer ends the process with a word about the database, without its password', async () => {
  await using sandbox = await startSandbox();
  await using bot = BotProcess.start({
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: 'postgres://twi:planted-password@127.0.0.1:9/twi',
    DATA_DIR: tmpdir(),
  });

  expect(await bot.ended()).toBe(1);
  expect(bot.output).toMatch(/database|ECONNREFUSED/i);
  expect(bot.output).not.toContain('planted-password');
});
