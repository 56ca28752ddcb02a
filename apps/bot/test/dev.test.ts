import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from '@twi/proving';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describedCommands } from './support/described-commands.ts';
import { PluginFolder } from './support/plugin-folder.ts';
import { as, commandsOf } from './support/sandbox-people.ts';

/** Long enough for a machine that is busy with something else. */
const SOON = { timeout: 30_000, interval: 50 };

let dataDir: string;
let plugin: PluginFolder;
let supervisor: BotProcess;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'twi-dev-'));
  plugin = await PluginFolder.make(join(dataDir, 'sayer'));
  const environment = { DATA_DIR: dataDir, SANDBOX_PORT: '0', PLUGIN_PATHS: plugin.directory };
  supervisor = BotProcess.start(environment, 'dev.ts');
  await supervisor.says('Up in');
  await as(dataDir, 'olivia', '/plugins enable plugin:sayer');
});
afterAll(async () => {
  await supervisor.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
});

/** What the command picker of the page shows of the command. */
async function description(): Promise<string | undefined> {
  const commands = await commandsOf(dataDir, 'olivia');
  return commands.find(({ name }) => name === 'utter')?.description;
}

/** How often a bot has started so far. */
const starts = (): number => supervisor.output.split('Up in').length - 1;

/** What a `package.json` says takes effect at a start alone. */
async function restart(): Promise<void> {
  const before = starts();
  const now = new Date();
  await utimes(join(plugin.directory, 'package.json'), now, now);
  await expect.poll(starts, SOON).toBeGreaterThan(before);
}

test('a supervised bot tells the sandbox of its supervisor which plugin registers which commands', async () => {
  await expect
    .poll(() => describedCommands(dataDir), SOON)
    .toContainEqual({ title: 'Sayer', commands: [{ name: 'utter', type: 1 }] });
});

test('a saved plugin is in the page without a restart of the bot', async () => {
  await expect.poll(description, SOON).toBe('At first.');

  await plugin.describe('Changed.');

  await supervisor.says('The plugin "sayer" is up to date');
  await expect.poll(description, SOON).toBe('Changed.');
});

test('a syntax error is shown with its file and line, and leaves the last good version running', async () => {
  await plugin.save('export class SayCommand extends {\n');

  await supervisor.says(/The plugin "sayer" failed at import: .*src\/say\.ts.*:1/s);
  await supervisor.says('The plugin "sayer" goes on as it was before the change');
  expect(await description()).toBe('Changed.');
});

test('the next save that is right again is in the page', async () => {
  await plugin.describe('Mended.');

  await expect.poll(description, SOON).toBe('Mended.');
});

test('a change to more than a plugin starts the bot anew; the scene and the switches stay', async () => {
  await restart();

  await expect.poll(description, SOON).toBe('Mended.');
  expect(await as(dataDir, 'olivia', '/ping')).toContain('Pong!');
});

test('a plugin that is broken when the bot starts comes in at the save that mends it', async () => {
  await plugin.save('export class SayCommand extends {\n');
  await restart();

  await plugin.describe('Mended again.');

  await expect.poll(description, SOON).toBe('Mended again.');
});

test('SIGTERM ends the supervisor and its bot in order', async () => {
  expect(await supervisor.end('SIGTERM')).toBe(0);
  expect(supervisor.output).toContain('Stopping: SIGTERM.');
  expect(supervisor.output).not.toContain('The bot has ended');
});
