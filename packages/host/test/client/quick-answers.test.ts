import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DiscordAPIError, HTTPError, REST, RESTEvents } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { quickenAnswers } from '../../src/client/quick-answers.ts';

type Behaviour = (response: ServerResponse) => unknown;

interface Arrived {
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const ROUTE = '/interactions/100000000000000001/token/callback';
const BODY = { type: 4, data: { content: 'Grüße' } };
/** Short, so that what hangs is noticed soon. */
const TIMEOUT_MS = 300;

let server: Server;
let quick: REST;
let plain: REST;
let arrived: Arrived[];
/** What the server does with the requests to come, one each; then it takes all. */
let behaviours: Behaviour[];

const accept: Behaviour = (response) => response.writeHead(204).end();

const breakOff: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
  response.write('{"a":', () => response.destroy());
};

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = Buffer.concat(await request.toArray()).toString();
  arrived.push({ url: request.url, headers: request.headers, body });
  (behaviours.shift() ?? accept)(response);
}

beforeEach(async () => {
  arrived = [];
  behaviours = [];
  server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const options = { api: `http://127.0.0.1:${port}/api`, timeout: TIMEOUT_MS, offset: 0 };
  plain = new REST(options);
  quick = new REST(options);
  quickenAnswers(quick);
});
afterEach(() => {
  for (const rest of [plain, quick]) {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
  server.closeAllConnections();
  server.close();
});

const answer = (rest: REST): Promise<unknown> =>
  rest.post(ROUTE, { body: BODY, auth: false, query: new URLSearchParams({ with_response: 'false' }) });

const json =
  (status: number, value: unknown, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));

test('sends what discord.js sends', async () => {
  await answer(plain);
  await answer(quick);

  const [expected, actual] = arrived;
  expect(actual).toEqual(expected);
  expect(actual?.url).toBe(`/api/v10${ROUTE}?with_response=false`);
  expect(JSON.parse(actual?.body ?? '')).toEqual(BODY);
});

test('reads the body of an answer', async () => {
  const value = { interaction: { id: '1' }, words: 'ä'.repeat(100_000) };
  behaviours = [json(200, value)];

  await expect(answer(quick)).resolves.toEqual(value);
});

test('announces each response as discord.js does', async () => {
  const announced: unknown[] = [];
  for (const rest of [plain, quick])
    rest.on(RESTEvents.Response, ({ method, path, route, retries, data }, { status, headers, ok }) =>
      announced.push({
        method,
        path,
        route,
        retries,
        body: data.body,
        status,
        ok,
        type: headers.get('x-kind'),
      }),
    );
  behaviours = [json(200, {}, { 'x-kind': 'good' }), json(200, {}, { 'x-kind': 'good' })];

  await answer(plain);
  await answer(quick);

  expect(announced).toHaveLength(2);
  expect(announced[1]).toEqual(announced[0]);
});

test("throws discord.js's error for what Discord refuses, after one request", async () => {
  behaviours = [json(404, { code: 10_062, message: 'Unknown interaction' })];

  const error: unknown = await answer(quick).catch((thrown: unknown) => thrown);

  expect(error).toBeInstanceOf(DiscordAPIError);
  expect(error).toMatchObject({ code: 10_062, status: 404, method: 'POST', requestBody: { json: BODY } });
  expect(arrived).toHaveLength(1);
});

test('waits as long as a rate limit says, and asks whether to wait', async () => {
  const limits: number[] = [];
  quick.options.rejectOnRateLimit = ({ retryAfter }) => {
    limits.push(retryAfter);
    return false;
  };
  behaviours = [json(429, { retry_after: 0.2 }, { 'retry-after': '0.2', 'x-ratelimit-scope': 'user' })];
  const start = performance.now();

  await answer(quick);

  expect(performance.now() - start).toBeGreaterThan(190);
  expect(limits).toEqual([200]);
  expect(arrived).toHaveLength(2);
});

test('tries again after an error of the server, and gives up after as many tries as discord.js', async () => {
  behaviours = [json(502, {}), json(500, {})];
  await answer(quick);
  expect(arrived).toHaveLength(3);

  for (const rest of [plain, quick]) {
    arrived = [];
    behaviours = Array.from({ length: 10 }, () => json(500, {}));
    await expect(answer(rest)).rejects.toThrow(HTTPError);
    expect(arrived).toHaveLength(4);
  }
});

test.each<[string, Behaviour]>([
  ['hangs', () => undefined],
  ['begins to answer and hangs', (response) => response.writeHead(200).write('{')],
  ['resets the connection', (response) => response.socket?.resetAndDestroy()],
])('tries again when Discord %s', async (_case, behaviour) => {
  behaviours = [behaviour];

  await answer(quick);

  expect(arrived).toHaveLength(2);
});

test('gives the answer again when the word of it breaks off, and once is enough', async () => {
  behaviours = [breakOff, json(400, { code: 40_060, message: 'Interaction has already been acknowledged.' })];

  await answer(quick);

  expect(arrived).toHaveLength(2);
});

test('does not make up what was lost for whoever wants to read it', async () => {
  behaviours = [breakOff, json(400, { code: 40_060, message: 'Interaction has already been acknowledged.' })];
  const query = new URLSearchParams({ with_response: 'true' });

  await expect(quick.post(ROUTE, { body: BODY, auth: false, query })).rejects.toMatchObject({ code: 40_060 });
});

test('says that Discord could not be reached when nothing comes of any try', async () => {
  behaviours = Array.from({ length: 10 }, () => breakOff);

  await expect(answer(quick)).rejects.toThrow('Discord did not answer: other side closed');
  expect(arrived).toHaveLength(4);
});

test('leaves files and all other routes to discord.js', async () => {
  const file = { name: 'a.txt', data: 'words' };
  await quick.post(ROUTE, { body: BODY, auth: false, files: [file] });
  await quick.get('/gateway', { auth: false });

  expect(arrived[0]?.headers['content-type']).toMatch(/^multipart\/form-data/);
  expect(arrived[1]?.url).toBe('/api/v10/gateway');
});
