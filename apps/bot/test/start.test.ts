import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from '@twi/proving';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describedCommands } from './support/described-commands.ts';
import { as } from './support/sandbox-people.ts';

let dataDir: string;
let bot: BotProcess;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'twi-start-'));
  // Without a place of its own, what it compiles is kept in the data folder.
  bot = BotProcess.start({ DATA_DIR: dataDir, SANDBOX_PORT: '0', NODE_COMPILE_CACHE: '' });
  await bot.says("npm run as -- alice '/warn");
});
afterAll(async () => {
  await bot.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
});

test('with nothing configured, it says that it runs against a sandbox and what to try', () => {
  expect(bot.output).toMatch(/No DISCORD_TOKEN is set, so the bot runs against its sandbox/);
});

test('what it says to try works, from the slash command to PostgreSQL and back', async () => {
  expect(await as(dataDir, 'olivia', '/plugins enable plugin:moderation')).toMatch(/moderation/i);
  expect(await as(dataDir, 'alice', '/warn user:@mallory reason:"Spam in general"')).toMatch(
    /warned .*mallory.*case #1/is,
  );
  expect(await as(dataDir, 'alice', '/case view number:1')).toContain('Spam in general');
});

test('the page of the sandbox is told which plugin registers which commands, the core first', async () => {
  const commandGroups = await describedCommands(dataDir);

  const [first, ...others] = commandGroups;
  expect(first).toMatchObject({ title: 'General' });
  expect(first?.commands).toContainEqual({ name: 'plugins', type: 1 });
  const moderation = others.find(({ title }) => title === 'Moderation');
  expect(moderation?.commands).toContainEqual({ name: 'warn', type: 1 });
});

test('a second bot on the same folder is refused, and says by whom', async () => {
  await using second = BotProcess.start({ DATA_DIR: dataDir, SANDBOX_PORT: '0' });

  expect(await second.ended()).toBe(1);
  expect(second.output).toContain(String(bot.child.pid));
  expect(bot.hasEnded).toBe(false);
  expect(await as(dataDir, 'alice', '/ping')).toContain('Pong!');
});

test('SIGTERM ends it in order: exit 0, no server left, the scene saved', async () => {
  expect(await bot.end('SIGTERM')).toBe(0);

  expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
  expect(await readFile(join(dataDir, 'sandbox-state.json'), 'utf8')).toContain('mallory');
});

test('what it compiled is kept for the next start', async () => {
  expect(await readdir(join(dataDir, 'compile-cache'))).toHaveLength(1);
});

test('what was told of the plugins is saved too, though they were unloaded at the end', async () => {
  expect(await readFile(join(dataDir, 'sandbox-state.json'), 'utf8')).toContain('"title":"Moderation"');
});

test('the next start finds the scene and the cases again', async () => {
  bot = BotProcess.start({ DATA_DIR: dataDir, SANDBOX_PORT: '0' });
  await bot.says("npm run as -- alice '/warn");

  expect(await as(dataDir, 'alice', '/case view number:1')).toContain('Spam in general');
});
