import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mendReasons } from '../../src/client/well-formed-reasons.ts';

const reasons: (string | undefined)[] = [];
const server = createServer((request, response) => {
  reasons.push(request.headers['x-audit-log-reason']?.toString());
  request.resume();
  response.setHeader('content-type', 'application/json').end('{}');
});
let rest: REST;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  rest = new REST({ api: `http://127.0.0.1:${port}/api` }).setToken('token');
  mendReasons(rest);
});
afterAll(() => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  server.close();
});

test.each([
  ['half an emoji', 'Spam \uD83D', 'Spam \uFFFD'],
  ['a whole one', 'Spam 👍', 'Spam 👍'],
])('sends %s', async (_case, reason, received) => {
  await rest.put('/guilds/1/bans/2', { body: {}, reason });

  expect(decodeURIComponent(reasons.at(-1) ?? '')).toBe(received);
});

test('sends no reason where there is none', async () => {
  await rest.put('/guilds/1/bans/2', { body: {} });

  expect(reasons.at(-1)).toBeUndefined();
});
