import { UpstreamError, UserError } from '@twi/sdk';
import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { integrationsPlugin } from '../src/index.ts';
import { OpenAiClient } from '../src/openai/openai-client.ts';
import { Quotas } from '../src/services/quotas.ts';
import { chunk, DONE, failed, OpenAiServer, type RawAnswer, streamed, whole } from './openai-server.ts';
import { pluginContext } from './plugin-context.ts';

const SECRET = 'sk-very-secret';
const REQUEST = {
  model: 'gpt-test',
  rules: 'Say hello.',
  data: '{}',
  shape: { name: 'greeting', schema: { type: 'object' } },
  maxTokens: 100,
};

let server: OpenAiServer;
let bot: TestBot;
let quotas: Quotas;
beforeAll(async () => {
  server = await OpenAiServer.start();
  bot = await startTestBot({ plugins: [integrationsPlugin], privatePlaces: [server.place] });
});
beforeEach(() => {
  server.reset();
  quotas = new Quotas();
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  server.close();
});

function ask(patience = { idle: 300, request: 1_000 }) {
  const client = new OpenAiClient({ http: pluginContext().http, quotas, base: server.base, patience });
  return client.complete(REQUEST, SECRET);
}

/** Answers in turn; the last answer goes on. */
function answers(...given: RawAnswer[]): void {
  server.answers = given.map((answer) => () => answer);
}

/** What went wrong, and why. */
async function failure(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof UserError) return error.identifier;
  if (!(error instanceof UpstreamError)) return String(error);
  const { cause } = error;
  const deeper = cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : '';
  return `upstream: ${String(cause)} ${deeper}`;
}

test('an answer is read while it is written, however it is cut', async () => {
  const stream = `: a comment\r\n\r\n${chunk({ role: 'assistant', content: '' })}${chunk({ content: 'Grüß ' })}${chunk({ content: 'Gott 👋' })}${chunk({}, 'stop')}data: {"choices":[],"usage":{}}\n\n${DONE}`;
  const bytes = Buffer.from(stream);
  const pieces = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, at) =>
    bytes.subarray(at * 7, at * 7 + 7),
  );
  answers(streamed(pieces as unknown as string[])); // -- bytes are written as they are

  await expect(ask()).resolves.toEqual({
    text: 'Grüß Gott 👋',
    isRefused: false,
    finish: 'stop',
    model: 'gpt-test',
  });
});

test('what is asked is what the documentation wants, with the key in a header', async () => {
  answers(whole({ content: 'Hello' }));

  await ask();

  expect(server.asked).toEqual([
    {
      authorization: `Bearer ${SECRET}`,
      path: '/v1/chat/completions',
      body: {
        model: 'gpt-test',
        messages: [
          { role: 'system', content: 'Say hello.' },
          { role: 'user', content: '{}' },
        ],
        response_format: {
          type: 'json_schema',
          json_schema: { name: 'greeting', schema: { type: 'object' }, strict: true },
        },
        max_completion_tokens: 100,
        reasoning_effort: 'low',
        store: false,
        stream: true,
      },
    },
  ]);
});

test('an answer in one is read where a service does not stream', async () => {
  answers(whole({ content: 'Hello' }));

  await expect(ask()).resolves.toMatchObject({ text: 'Hello', finish: 'stop' });
});

test('what a model does not take is left out', async () => {
  answers(
    failed(400, 'unsupported_value', { param: 'stream' }),
    failed(400, 'unsupported_parameter', { param: 'reasoning_effort' }),
    whole({ content: 'Hello' }),
  );

  await expect(ask()).resolves.toMatchObject({ text: 'Hello' });
  expect(server.asked.at(-1)?.body.stream).toBeUndefined();
  expect(server.asked.at(-1)?.body['reasoning_effort']).toBeUndefined();
  expect(server.asked.at(-1)?.body['store']).toBe(false);
});

test('what is wrong for good is not asked for without end', async () => {
  answers(failed(400, 'unsupported_value', { param: 'stream' }));

  expect(await failure(ask())).toContain('it answered 400 (unsupported_value)');
  expect(server.asked).toHaveLength(2);
});

test.each([
  ['a refusal in one', whole({ content: null, refusal: 'I will not.' }), { isRefused: true }],
  [
    'a refusal in pieces',
    streamed([chunk({ refusal: 'I will' }), chunk({ refusal: ' not' }, 'stop'), DONE]),
    { isRefused: true },
  ],
  [
    'the limit of tokens',
    streamed([chunk({ content: '{"a' }), chunk({}, 'length'), DONE]),
    { finish: 'length' },
  ],
  ['the filter', whole({ content: '' }, 'content_filter'), { finish: 'content_filter' }],
])('%s is told apart', async (_, answer, expected) => {
  answers(answer);

  await expect(ask()).resolves.toMatchObject(expected);
});

test.each([
  ['ends too early', streamed([chunk({ content: 'Hel' })]), 'The stream ended before the answer did'],
  ['breaks off', streamed([chunk({ content: 'Hel' }), 20], { ending: 'break' }), 'aborted'],
  ['is no JSON', streamed(['data: {"choi\n\n', DONE]), 'JSON'],
  ['tells an error', streamed(['data: {"error":{"message":"overloaded"}}\n\n']), 'ended before'],
  ['stops', streamed([chunk({ content: 'Hel' })], { ending: 'hang' }), 'Timeout awaiting'],
  [
    'drips',
    streamed(Array.from({ length: 60 }, (_, at) => (at % 2 ? 50 : ': drip\n\n'))),
    "Timeout awaiting 'request'",
  ],
  [
    'is endless',
    streamed(Array.from({ length: 90 }, () => chunk({ content: 'x'.repeat(60_000) }))),
    'larger than 4194304 bytes',
  ],
])('a stream that %s is no answer', async (_, answer, words) => {
  answers(answer);

  expect(await failure(ask())).toContain(words);
});

test.each([
  ['a page', { headers: { 'content-type': 'text/html' }, body: ['<html>'] }, 'JSON'],
  ['another shape', { headers: { 'content-type': 'application/json' }, body: ['{"choices":[]}'] }, 'choices'],
  ['nothing', { body: [] }, 'JSON'],
  ['silence', { body: [], ending: 'hang' }, 'Timeout awaiting'],
  [
    'too much',
    { headers: { 'content-type': 'application/json', 'content-length': '99999999' }, body: ['{'] },
    'larger than',
  ],
] as const)('%s is no answer', async (_, answer, words) => {
  answers(answer);

  expect(await failure(ask())).toContain(words);
  expect(server.asked).toHaveLength(1);
});

test('what people wrote follows no redirect', async () => {
  answers({ status: 307, headers: { location: `${server.base}/elsewhere` }, body: [] });

  expect(await failure(ask())).toContain('it answered 307');
  expect(server.asked).toHaveLength(1);
});

test.each([
  [401, 'invalid_api_key', 'integrations.refused-credentials', 1],
  [403, 'unsupported_country_region_territory', 'integrations.refused-credentials', 1],
  [404, 'model_not_found', 'integrations.no-such-model', 1],
  [400, 'context_length_exceeded', 'integrations.too-long', 1],
  [400, 'content_filter', 'integrations.filtered', 1],
  [429, 'insufficient_quota', 'integrations.unpaid', 1],
  [429, 'rate_limit_exceeded', 'integrations.busy-until', 1],
  [500, 'server_error', 'upstream: OpenAiFailure: it answered 500 (server_error)', 3],
  [503, 'server_is_overloaded', 'it answered 503', 3],
])('%i with %s is %s, after %i attempts', { timeout: 20_000 }, async (status, code, words, attempts) => {
  answers(failed(status, code, status === 429 ? { headers: { 'retry-after': '60' } } : {}));

  const told = await failure(ask());

  expect(told).toContain(words);
  expect(told).not.toContain(SECRET);
  expect(server.asked).toHaveLength(attempts);
});

test('a wait that is short is waited for, as long as was said', async () => {
  answers(
    failed(429, 'rate_limit_exceeded', { headers: { 'retry-after': '1' } }),
    failed(503, 'server_is_overloaded', { headers: { 'retry-after-ms': '30', 'retry-after': '60' } }),
    whole({ content: 'Hello' }),
  );
  const begun = performance.now();

  await expect(ask()).resolves.toMatchObject({ text: 'Hello' });
  expect(performance.now() - begun).toBeGreaterThanOrEqual(1_000);
  expect(server.asked).toHaveLength(3);
});

test('what is left is remembered, also of answers that are none', async () => {
  answers(
    failed(401, 'invalid_api_key', {
      headers: { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-remaining-tokens': '-1' },
    }),
    whole({ content: 'Hello' }),
  );

  await failure(ask());
  expect(quotas.of('openai', SECRET)).toMatchObject([{ what: 'requests', remaining: 0 }]);
  await ask();

  const [requests, tokens] = quotas.of('openai', SECRET);
  expect(requests).toMatchObject({ remaining: 499, limit: 500 });
  expect(tokens).toMatchObject({ remaining: 149_984, limit: 200_000 });
  expect(Number(tokens?.resetsAt) - Number(tokens?.asOf)).toBe(360_000);
  expect(quotas.of('openai', 'another key')).toEqual([]);
});

test('an address in a private network is not asked', async () => {
  const client = new OpenAiClient({ http: pluginContext().http, quotas, base: 'http://10.0.0.1/v1' });

  await expect(client.complete(REQUEST, SECRET)).rejects.toThrow(/not on the public|private|10\.0\.0\.1/);
  expect(server.asked).toEqual([]);
});
