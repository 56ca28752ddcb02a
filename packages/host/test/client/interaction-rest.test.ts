import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { REST, RESTEvents } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { liftInteractionLimit } from '../../src/client/interaction-rest.ts';

const APPLICATION = '100000000000000001';
const OTHER_WEBHOOK = '100000000000000002';
/** More than the limit below lets through in one second. */
const REQUESTS = 4;

let server: Server;
let rest: REST;
let waits: number;
let responses: number;

beforeEach(async () => {
  waits = 0;
  responses = 0;
  server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json').end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  rest = new REST({ api: `http://127.0.0.1:${port}/api`, globalRequestsPerSecond: 2 }).setToken('token');
  liftInteractionLimit(rest, () => APPLICATION);
  rest.on(RESTEvents.RateLimited, () => (waits += 1));
  rest.on(RESTEvents.Response, () => (responses += 1));
});
afterEach(() => {
  rest.clearHandlerSweeper();
  rest.clearHashSweeper();
  server.close();
});

type Route = (index: number) => `/${string}`;

const send = (route: Route, auth: boolean): Promise<unknown> =>
  Promise.all(Array.from({ length: REQUESTS }, (_, index) => rest.post(route(index), { body: {}, auth })));

test('does not count answers to interactions to the global limit, and reports them all the same', async () => {
  await send((index) => `/webhooks/${APPLICATION}/token-${index}`, false);

  expect(waits).toBe(0);
  expect(responses).toBe(REQUESTS);
});

test.each<[string, Route, boolean]>([
  ['messages', () => '/channels/100000000000000003/messages', true],
  ['other webhooks', () => `/webhooks/${OTHER_WEBHOOK}/token`, false],
  ['an own route with the token', () => `/webhooks/${APPLICATION}/token`, true],
])('counts %s', async (_case, route, auth) => {
  await send(route, auth);

  expect(waits).toBeGreaterThan(0);
  expect(responses).toBe(REQUESTS);
});
