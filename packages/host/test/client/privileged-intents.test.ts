import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DisallowedIntentsError } from '../../src/client/disallowed-intents.ts';
import type { Host } from '../../src/index.ts';
import { type HostScene, hostScene } from '../fixtures/host-scene.ts';

const ALL =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.MessageContent | GatewayIntentBits.GuildPresences;

const curious = definePlugin({
  id: 'curious',
  title: 'Curious',
  description: 'Wants to know everything.',
  intents: [GatewayIntentBits.GuildMembers, GatewayIntentBits.MessageContent],
});
const shy = definePlugin({
  id: 'shy',
  title: 'Shy',
  description: 'Wants to know who comes.',
  intents: [GatewayIntentBits.GuildMembers],
});

let scene: HostScene;
let lines = 0;
beforeAll(async () => {
  scene = await hostScene();
});
afterAll(() => scene[Symbol.asyncDispose]());
beforeEach(() => void (lines = scene.log.length));
afterEach(() => scene.host.stop('the test is over'));

const start = async (privilegedIntents: number, options = {}): Promise<Host> => {
  scene.sandbox.setPrivilegedIntents(privilegedIntents);
  const host = await scene.start({
    givenPlugins: [{ plugin: curious }, { plugin: shy }],
    ownerGuildId: scene.guild.id,
    ownerIds: [scene.owner.userId],
    ...options,
  });
  await scene.enable('curious', 'shy');
  return host;
};

const logged = (level: string): unknown[] =>
  scene.log
    .slice(lines)
    .map((line): unknown => JSON.parse(line))
    .filter((line) => z.object({ level: z.literal(level) }).safeParse(line).success)
    .map((line) => z.object({ msg: z.string() }).parse(line).msg);

const answerTo = async (command: string, options = {}): Promise<string> =>
  JSON.stringify((await scene.owner.slash(command, options)).response);

describe('where Discord grants no privileged intent', () => {
  test('the bot starts without them, and says once who needs them and where they are switched on', async () => {
    const host = await start(0);

    expect(host.client.options.intents.any(ALL)).toBe(false);
    expect(host.plugins.list().map(({ state }) => state)).toEqual(['loaded', 'loaded', 'loaded']);
    expect(logged('warn')).toEqual([
      expect.stringMatching(/Server Members Intent is not .* need it: Curious, Shy\. .* Bot › Privileged/),
      expect.stringMatching(/Message Content Intent is not .* need it: Curious\. .* Bot › Privileged/),
    ]);
  });

  test('commands answer, and say what does not work', async () => {
    await start(0);

    expect(await answerTo('ping')).toContain('ms');
    const info = await answerTo('plugins info', { plugin: 'curious' });
    expect(info).toContain('I do not notice who joins, leaves or changes');
    expect(info).toContain('Message Content Intent');
    expect(await answerTo('plugins info', { plugin: 'shy' })).not.toContain('Message Content Intent');
    const status = await answerTo('host status');
    expect(status).toContain('Without the Server Members Intent');
    expect(status).toContain('need it: Curious, Shy.');
  });
});

test('leaves out only what is not granted', async () => {
  const host = await start(GatewayIntentBits.GuildMembers);

  expect(host.client.options.intents.has(GatewayIntentBits.GuildMembers)).toBe(true);
  expect(host.client.options.intents.has(GatewayIntentBits.MessageContent)).toBe(false);
  expect(logged('warn')).toEqual([expect.stringContaining('Message Content Intent')]);
});

test('says nothing where all that plugins need is granted', async () => {
  await start(GatewayIntentBits.GuildMembers | GatewayIntentBits.MessageContent);

  expect(logged('warn')).toEqual([]);
  expect(await answerTo('plugins info', { plugin: 'curious' })).not.toContain('Does not work yet');
  expect(await answerTo('host status')).not.toContain('Without the');
});

test('asks for all it needs where Discord does not tell what is granted', async () => {
  scene.sandbox.faults.failNext({ method: 'GET', template: '/applications/@me', status: 403 });

  const host = await start(ALL);

  expect(host.client.options.intents.has(GatewayIntentBits.MessageContent)).toBe(true);
  expect(logged('warn')).toEqual([expect.stringContaining('which privileged intents the bot has')]);
});

test('the start fails with what to do where Discord refuses the intents all the same', async () => {
  scene.sandbox.faults.failNext({ method: 'GET', template: '/applications/@me', status: 403 });

  const failure = start(0);

  await expect(failure).rejects.toThrow(DisallowedIntentsError);
  await expect(failure).rejects.toThrow('Bot › Privileged Gateway Intents');
  expect(scene.sandbox.sessionCount).toBe(0);
});

test('ends with what to do when Discord refuses the intents later', { timeout: 20_000 }, async () => {
  const fatal: unknown[] = [];
  await start(ALL, { onFatal: (error: unknown) => fatal.push(error) });
  scene.sandbox.setPrivilegedIntents(0);

  scene.sandbox.faults.invalidateSession(false);

  await expect.poll(() => fatal, { timeout: 15_000 }).toEqual([expect.any(DisallowedIntentsError)]);
  expect(logged('fatal')).toEqual([expect.stringContaining('Bot › Privileged Gateway Intents')]);
});
