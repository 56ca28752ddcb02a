import { AddressRefusedError, definePlugin, type PluginContext, setting } from '@twi/sdk';
import { Locale } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { webServer } from '../outgoing/web-server.ts';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

const WAIT = { timeout: 5_000 };

interface Greeter {
  greet(): string;
}

declare module '@twi/sdk' {
  interface PluginServices {
    greeter: Greeter;
  }
}

const contexts = new Map<string, PluginContext>();

const greeter = definePlugin({
  id: 'greeter',
  title: 'Greeter',
  description: 'Offers a service.',
  nodes: { 'greeter.use': { description: 'Greet.', default: 'ManageGuild' } },
  settings: z.object({
    word: setting.text({ title: 'Word', description: 'What it says', default: 'Hello' }),
  }),
  setup(context) {
    contexts.set('greeter', context);
    return { greet: () => 'Hello.' };
  },
});

const guest = definePlugin({
  id: 'guest',
  title: 'Guest',
  description: 'Uses the service of another.',
  setup(context) {
    contexts.set('guest', context);
  },
});

let scene: HostScene;
beforeAll(async () => {
  scene = await hostScene();
  await scene.start({ givenPlugins: [{ plugin: greeter, version: '2.0.0' }, { plugin: guest }] });
});
afterAll(() => scene[Symbol.asyncDispose]());

function contextOf(id: string): PluginContext {
  const context = contexts.get(id);
  if (!context) throw new TypeError(`The plugin ${id} was not set up.`);
  return context;
}

test('gives the service of another plugin where it is on, and nothing where it is off or not loaded', async () => {
  const { services } = contextOf('guest');
  expect(services.get('greeter', scene.guild.id)).toBeUndefined();

  await scene.enable('greeter');
  expect(services.get('greeter', scene.guild.id)?.greet()).toBe('Hello.');

  await scene.host.plugins.unload('greeter');
  expect(services.get('greeter', scene.guild.id)).toBeUndefined();
  await scene.host.plugins.load('greeter');
  expect(services.get('greeter', scene.guild.id)?.greet()).toBe('Hello.');
});

test('gives settings with their defaults', async () => {
  expect(await contextOf('greeter').settings.get(scene.guild.id)).toEqual({ word: 'Hello' });
});

test('tells what a guild chose for the bot as a whole, as soon as it is changed', async () => {
  const context = contextOf('guest');
  expect(await context.guild(scene.guild.id)).toEqual({ prefix: null, locale: 'en-US', timeZone: 'UTC' });
  const choose = (key: string, value: string): Promise<unknown> =>
    scene.owner.slash('config set', { plugin: 'core', key, value });

  await choose('prefix', '!');
  await choose('locale', 'de');
  await choose('timeZone', 'Europe/Berlin');

  const chosen = { prefix: '!', locale: 'de', timeZone: 'Europe/Berlin' };
  await expect.poll(() => context.guild(scene.guild.id), WAIT).toEqual(chosen);
});

test('falls back to the language of the community settings of a guild, and to English where the bot is not', async () => {
  const context = contextOf('guest');
  const { id } = scene.sandbox.createGuild({ name: 'Paris', ownerId: scene.owner.userId });
  await expect.poll(() => scene.host.client.guilds.cache.has(id), WAIT).toBe(true);
  await scene.host.client.guilds.cache.get(id)?.setPreferredLocale(Locale.French);

  expect(await context.guild(id)).toMatchObject({ locale: 'fr' });
  expect(await context.guild('100000000000000001')).toMatchObject({ locale: 'en-US' });
});

test('records an audit entry of a guild and a person that have no rows yet', async () => {
  const guildId = scene.sandbox.createGuild({ name: 'New', ownerId: scene.owner.userId }).id;
  const userId = scene.sandbox.createUser({ username: 'unseen' }).id;

  await contextOf('greeter').audit.record({
    guildId,
    userId,
    action: 'greeter.greet',
    details: { loud: true },
  });
  await contextOf('greeter').audit.record({ guildId, action: 'greeter.greet', target: 'everybody' });

  const rows = await scene.host.database.db
    .selectFrom('core.audit_logs')
    .select(['userId', 'action', 'target', 'details'])
    .where('guildId', '=', guildId)
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { userId, action: 'greeter.greet', target: null, details: { loud: true } },
    { userId: null, action: 'greeter.greet', target: 'everybody', details: {} },
  ]);
});

test('opens the attachments of the sandbox, and nothing else on this machine', async () => {
  const { http } = contextOf('guest');
  const { attachments } = await scene.owner.send('Look', {
    attachments: [{ filename: 'a.txt', bytes: Buffer.from('a file') }],
  });
  await using other = await webServer({ '/': (_, response) => response.end('secret') });

  expect(await http.get(attachments[0]?.url ?? '').text()).toBe('a file');
  await expect(http.get(other.url)).rejects.toThrow(AddressRefusedError);
  await expect(http.get(other.url.replace('127.0.0.1', 'localhost'))).rejects.toThrow('localhost');
});

test('keeps a cache under the name of its plugin, until the plugin is unloaded', async () => {
  const names = (): string[] => scene.host.database.cache.stats().map(({ name }) => name);
  const cache = contextOf('greeter').cache({
    name: 'words',
    max: 10,
    load: (key) => Promise.resolve(`${key}!`),
  });

  expect(await cache.get('hi')).toBe('hi!');
  expect(names()).toContain('greeter.words');

  await scene.host.plugins.reload('greeter');
  expect(names()).not.toContain('greeter.words');
});

test('keeps two plugins from each other’s caches', () => {
  const options = { name: 'same', max: 1, load: () => Promise.resolve(1) };

  contextOf('greeter').cache(options);

  expect(() => contextOf('guest').cache(options)).not.toThrow();
});

test('asks for the permission nodes of its plugin', async () => {
  const guild = await scene.host.client.guilds.fetch(scene.guild.id);
  const owner = await guild.members.fetch(scene.owner.userId);
  const { id } = scene.sandbox.createUser({ username: 'nobody' });
  scene.guild.addMember(id);
  const { permissions } = contextOf('greeter');

  expect(await permissions.allows(owner, 'greeter.use')).toBe(true);
  expect(await permissions.allows(await guild.members.fetch(id), 'greeter.use')).toBe(false);
});

test('refuses tables of others, though its types were cast away', async () => {
  const { db } = contextOf('greeter');

  await expect(
    db
      .selectFrom('core.audit_logs' as 'core.guilds')
      .selectAll()
      .execute(),
  ).rejects.toThrow('greeter');
});

test('names the plugin in its log lines', () => {
  contextOf('guest').logger.warn('look here');

  expect(scene.log.find((line) => line.includes('look here'))).toContain('"plugin":"guest"');
});

test('reports the errors of its timers, which go on', async () => {
  let calls = 0;
  contextOf('guest').every(5, () => {
    calls += 1;
    if (calls === 1) throw new Error('the first call failed');
  });

  await expect.poll(() => calls, WAIT).toBeGreaterThan(2);
  expect(scene.log.find((line) => line.includes('the first call failed'))).toContain('guest');
});

test('runs what was to be run at unload, the last first, whatever fails', async () => {
  const order: string[] = [];
  const context = contextOf('guest');
  context.onUnload(() => void order.push('first'));
  context.onUnload(() => {
    throw new Error('an onUnload callback failed');
  });
  context.onUnload(async () => {
    await Promise.resolve();
    order.push('last');
  });

  await scene.host.plugins.unload('guest');

  expect(order).toEqual(['last', 'first']);
  expect(scene.log.some((line) => line.includes('an onUnload callback failed'))).toBe(true);
});
