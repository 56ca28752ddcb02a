import { Command } from '@sapphire/framework';
import { definePlugin, type Plugin, setting } from '@twi/sdk';
import { ApplicationFlagsBitField, GatewayIntentBits, IntentsBitField } from 'discord.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkIntents } from '../../src/lifecycle/check-intents.ts';
import { checkManifest } from '../../src/lifecycle/check-manifest.ts';

/** A plugin as JavaScript could write it. */
const plugin = (fields: Record<string, unknown> = {}): Plugin =>
  definePlugin({ id: 'x', title: 'X', description: 'Does x.', ...fields });

const words = (type: z.ZodType, title = 'Count'): z.ZodType => type.meta({ title, description: 'How many' });

test('takes a plugin with one of everything', () => {
  const whole = plugin({
    intents: [GatewayIntentBits.Guilds],
    nodes: { 'x.use': { description: 'Use it.' } },
    settings: z.object({ count: setting.number({ title: 'Count', description: 'How many', default: 1 }) }),
    settingsMigrations: [(values: object) => values],
    migrations: { '0001-x': { up: () => {}, down: () => {} } },
    pieces: { commands: { x: Command } },
    jobs: { later: { data: z.object({}), run: () => {} } },
    routes: { hook: { method: 'GET', path: '/hook', run: () => {} } },
    setup: () => undefined,
  });

  expect(() => checkManifest(whole)).not.toThrow();
});

test.each([
  ['title', { title: '' }],
  ['title', { title: 'x'.repeat(46) }],
  ['description', { description: 'x'.repeat(101) }],
  ['intents.0', { intents: ['Guilds'] }],
  ['nodes.other.use', { nodes: { 'other.use': { description: 'Use it.' } } }],
  ['settings', { settings: z.object({ count: z.number() }) }],
  ['settings', { settings: {} }],
  ['settings.count', { settings: z.object({ count: z.number().default(1) }) }],
  ['settings.count', { settings: z.object({ count: words(z.number().default(1), 'x'.repeat(46)) }) }],
  ['settings.count', { settings: z.object({ count: words(z.number().max(5).default(6)) }) }],
  ['settings.count', { settings: z.object({ count: words(z.string().default('5').transform(Number)) }) }],
  ['settings.no good', { settings: z.object({ 'no good': words(z.number().default(1)) }) }],
  ['settingsMigrations.0', { settings: z.object({}), settingsMigrations: ['rename'] }],
  ['settingsMigrations', { settingsMigrations: [() => ({})] }],
  ['migrations.one.up', { migrations: { one: {} } }],
  ['pieces.commands.x', { pieces: { commands: { x: 'X' } } }],
  ['pieces', { pieces: { tasks: {} } }],
  ['jobs.later.data', { jobs: { later: { data: {} } } }],
  ['routes.hook.path', { routes: { hook: { path: 'hook' } } }],
  ['setup', { setup: 1 }],
])('names the field "%s" when it is faulty', (field, fields) => {
  expect(() => checkManifest(plugin(fields))).toThrow(`The manifest of "x" is faulty: "${field}" `);
});

test('names every faulty field at once', () => {
  expect(() => checkManifest(plugin({ title: '', description: '' }))).toThrow(/"title" .*; "description" /);
});

test('names intents that the client was built without', () => {
  const needy = plugin({ intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildInvites] });

  expect(() => checkIntents(needy, { intents: new IntentsBitField(['Guilds']), flags: undefined })).toThrow(
    'needs the gateway intents GuildInvites',
  );
  const intents = new IntentsBitField(['Guilds', 'GuildInvites']);
  expect(() => checkIntents(needy, { intents, flags: undefined })).not.toThrow();
});

test('asks for a restart for a privileged intent only where Discord grants it', () => {
  const needy = plugin({ intents: [GatewayIntentBits.GuildPresences] });
  const intents = new IntentsBitField(['Guilds']);

  const granted = new ApplicationFlagsBitField(['GatewayPresenceLimited']);
  expect(() => checkIntents(needy, { intents, flags: granted })).toThrow('GuildPresences');
  const withheld = new ApplicationFlagsBitField(['GatewayMessageContent']);
  expect(() => checkIntents(needy, { intents, flags: withheld })).not.toThrow();
});
