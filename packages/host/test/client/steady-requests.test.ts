import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST, Routes } from 'discord.js';
import { type RequestFault, type Sandbox, startSandbox } from '@twi/sandbox';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { numberMessages } from '../../src/client/numbered-messages.ts';
import { DiscordTrouble } from '../../src/client/discord-trouble.ts';
import { steadyRequests } from '../../src/client/steady-requests.ts';
import { DiscordUnreachableError } from '../../src/errors/discord-unreachable-error.ts';
import { errorKind } from '../../src/errors/error-kind.ts';

const MESSAGES = '/channels/{channel_id}/messages';

let sandbox: Sandbox;
let rest: REST;
let channelId: string;
let trouble: DiscordTrouble;
beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  trouble = new DiscordTrouble();
  rest = new REST({ api: sandbox.apiUrl, makeRequest: steadyRequests(trouble) }).setToken(sandbox.token);
  numberMessages(rest);
  channelId = sandbox.guilds[0]!.channel('general')!.id;
});
afterEach(async () => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  await sandbox.close();
});

const statuses = (): number[] => sandbox.requests.map(({ status }) => status);
const said = (): number => sandbox.messages(channelId).filter(({ content }) => content === 'once').length;
const say = (): Promise<unknown> =>
  rest.post(Routes.channelMessages(channelId), { body: { content: 'once' } });

test.for<[string, RequestFault]>([
  ['is truncated', { breaks: 'truncate' }],
  ['is no JSON', { breaks: 'garble' }],
  ['is reset', { breaks: 'reset' }],
  ['is a page of a proxy', { status: 502, body: '<html>502</html>' }],
])('asks again when an answer %s', async ([, fault]) => {
  sandbox.faults.failNext(fault);

  await expect(rest.get(Routes.user('@me'))).resolves.toMatchObject({ id: sandbox.bot.id });
  expect(statuses()).toHaveLength(2);
});

test.for<[string, RequestFault]>([
  ['comes slowly', { breaks: 'slow' }],
  ['never comes', { breaks: 'hang' }],
])('asks again when an answer %s', { timeout: 20_000 }, async ([, fault]) => {
  sandbox.faults.failNext(fault);
  const startedAt = performance.now();

  await expect(rest.get(Routes.user('@me'))).resolves.toMatchObject({ id: sandbox.bot.id });
  expect(performance.now() - startedAt).toBeLessThan(14_000);
});

test.for<[string, RequestFault]>([
  ['truncated', { breaks: 'truncate' }],
  ['no JSON', { breaks: 'garble' }],
  ['reset', { breaks: 'reset', afterwards: true }],
  ['an error of a server that did it all the same', { status: 500, afterwards: true }],
])('posts a message once when the answer is %s', async ([, fault]) => {
  sandbox.faults.failNext({ ...fault, method: 'POST', template: MESSAGES });

  await expect(say()).resolves.toMatchObject({ content: 'once' });
  expect(said()).toBe(1);
});

test('does not do again what was done and would be done twice', async () => {
  sandbox.faults.failNext({ method: 'POST', breaks: 'truncate' });
  const thread = { body: { name: 'Talk', type: 11 } };

  const failure: unknown = await rest
    .post(Routes.threads(channelId), thread)
    .catch((error: unknown) => error);

  expect(failure).toBeInstanceOf(DiscordUnreachableError);
  expect(statuses()).toHaveLength(1);
});

test('gives up what can be asked for again, and lets a slow server create', { timeout: 30_000 }, async () => {
  const asked: (string | undefined)[] = [];
  const server = createServer(({ method }, response) => {
    const isFirst = !asked.includes(method);
    asked.push(method);
    const answer = (): unknown => response.setHeader('content-type', 'application/json').end('{"id":"1"}');
    setTimeout(answer, isFirst ? 6_000 : 0);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo; // -- it listens on TCP
  rest.options.api = `http://127.0.0.1:${port}`;

  await Promise.all([
    rest.get(Routes.user('@me')),
    rest.post(Routes.guildChannels('1'), { body: { name: 'talk' } }),
  ]);

  server.closeAllConnections();
  server.close();
  const times = (method: string): number => asked.filter((known) => known === method).length;
  expect([times('GET'), times('POST')]).toEqual([2, 1]);
});

test('says that it was Discord when every try fails, which is the fault of no plugin', async () => {
  sandbox.faults.failNext({ breaks: 'reset', times: 9 });

  const failure: unknown = await rest.get(Routes.user('@me')).catch((error: unknown) => error);

  expect(failure).toMatchObject({ name: 'DiscordUnreachableError', cause: expect.any(Error) });
  expect(errorKind(failure)).toBe('discord');
  expect(statuses()).toHaveLength(4);
});

test('keeps a nonce that somebody chose', async () => {
  const body = { content: 'once', nonce: 'chosen', enforce_nonce: true };
  for (let time = 0; time < 2; time += 1) await rest.post(Routes.channelMessages(channelId), { body });

  expect(said()).toBe(1);
});

test('posts what is said twice two times', async () => {
  await say();
  await say();

  expect(said()).toBe(2);
});

test('has taken away what is gone when it tries again, and is refused what never was', async () => {
  const bob = sandbox.user('bob')!.id;
  const ban = Routes.guildBan(sandbox.guilds[0]!.id, bob);
  await rest.put(ban, { body: {} });
  sandbox.faults.failNext({ method: 'DELETE', breaks: 'reset', afterwards: true });

  await rest.delete(ban);

  expect(sandbox.guilds[0]!.bans.size).toBe(0);
  await expect(rest.delete(ban)).rejects.toMatchObject({ code: 10_026 });
});

test('knows of the trouble for a while', async () => {
  await rest.get(Routes.user('@me'));
  expect(trouble.isRecent).toBe(false);
  sandbox.faults.failNext({ status: 503 });

  await rest.get(Routes.user('@me'));

  expect(trouble.isRecent).toBe(true);
});
