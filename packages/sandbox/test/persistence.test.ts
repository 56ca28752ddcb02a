import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSandbox } from '../src/index.ts';
import { TestBot } from './test-bot.ts';

let folder: string;
let statePath: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  statePath = join(folder, 'nested', 'state.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a restart keeps guilds, messages, files, commands, bans and the token', async () => {
  const first = await TestBot.start({ statePath });
  await first.client.application.commands.create({ name: 'kept', description: 'Kept.' });
  const bob = first.as('bob');
  await bob.send('remember me', { attachments: [{ filename: 'a.txt', bytes: Buffer.from('bytes') }] });
  await first.client.guilds.cache.first()?.bans.create(first.userId('mallory'), { reason: 'spam' });
  const { token } = first.sandbox;
  await first[Symbol.asyncDispose]();

  await using second = await TestBot.start({ statePath });

  expect(second.sandbox.token).toBe(token);
  expect(second.guild.bans.get(second.userId('mallory'))).toBe('spam');
  expect([...(await second.client.application.commands.fetch()).values()].map(({ name }) => name)).toEqual([
    'kept',
  ]);
  const message = second
    .as('bob')
    .messages()
    .find(({ content }) => content === 'remember me');
  expect(await (await fetch(message?.attachments[0]?.url ?? '')).text()).toBe('bytes');
  await expect(second.as('alice').moderation.unban(second.userId('mallory'))).resolves.toBeUndefined();
});

test('a restart keeps which plugin registers what', async () => {
  const groups = [{ title: 'Kept', commands: [{ name: 'kept', type: 1 }] }];
  const first = await startSandbox({ statePath });
  first.describeCommands(groups);
  await first.close();

  await using second = await startSandbox({ statePath });

  const response = await fetch(`${second.url}/control/activity`);
  expect(await response.json()).toMatchObject({ commandGroups: groups });
});

test('what a bot tells of its plugins is saved while it runs', async () => {
  await using sandbox = await startSandbox({ statePath });

  sandbox.describeCommands([{ title: 'Soon on disk', commands: [] }]);

  await expect.poll(() => readFileSync(statePath, 'utf8'), { timeout: 3_000 }).toContain('Soon on disk');
});

test('changes are saved while it runs', async () => {
  await using bot = await TestBot.start({ statePath });

  await bot.as('bob').send('soon on disk');

  await expect.poll(() => readFileSync(statePath, 'utf8'), { timeout: 3_000 }).toContain('soon on disk');
});

test('a file that is no state is named and left alone', async () => {
  statePath = join(folder, 'broken.json');
  writeFileSync(statePath, '{"version":99,"state":{}}');

  await expect(startSandbox({ statePath })).rejects.toThrow(/broken\.json.*version 99/);

  expect(readFileSync(statePath, 'utf8')).toContain('99');
});
