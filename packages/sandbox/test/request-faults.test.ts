import { expect, test } from 'vitest';
import { startSandbox } from '../src/index.ts';
import type { RequestFault, Sandbox } from '../src/index.ts';
import { TestBot } from './test-bot.ts';

const MESSAGES = '/channels/{channel_id}/messages';
const ME = '/users/@me';

async function startQuiet(): Promise<Sandbox> {
  return startSandbox({ rateLimits: false });
}

function call(sandbox: Sandbox, path = ME, signal?: AbortSignal): Promise<Response> {
  return fetch(`${sandbox.apiUrl}/v10${path}`, {
    headers: { authorization: `Bot ${sandbox.token}` },
    ...(signal && { signal }),
  });
}

async function post(sandbox: Sandbox, content: string): Promise<Response> {
  const channelId = sandbox.guilds[0]!.channel('general')!.id;
  return fetch(`${sandbox.apiUrl}/v10/channels/${channelId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ content }),
  });
}

const contents = (sandbox: Sandbox): string[] =>
  sandbox.messages(sandbox.guilds[0]!.channel('general')!.id).map(({ content }) => content);

const limit = (answer: Response): (string | null)[] =>
  ['retry-after', 'x-ratelimit-global', 'x-ratelimit-scope'].map((name) => answer.headers.get(name));

test('a request that hangs is never answered, carried out or not', async () => {
  await using sandbox = await startQuiet();
  sandbox.faults.failNext({ breaks: 'hang', template: ME });

  await expect(call(sandbox, ME, AbortSignal.timeout(200))).rejects.toThrow('timeout');

  expect(sandbox.requests.map(({ status }) => status)).toEqual([0]);
  expect((await call(sandbox)).status).toBe(200);
});

test.for<[string, RequestFault, string[]]>([
  ['before it is carried out', { breaks: 'reset' }, []],
  ['after it was carried out', { breaks: 'reset', afterwards: true }, ['hello']],
  ['amid its answer', { breaks: 'truncate' }, ['hello']],
])('a connection can break %s', async ([, fault, said]) => {
  await using sandbox = await startQuiet();
  sandbox.faults.failNext({ method: 'POST', template: MESSAGES, ...fault });
  const before = contents(sandbox);

  await expect(post(sandbox, 'hello').then((response) => response.text())).rejects.toThrow(/./);

  expect(contents(sandbox).slice(before.length)).toEqual(said);
});

test('an answer can be no JSON, or a page of a proxy', async () => {
  await using sandbox = await startQuiet();
  sandbox.faults.failNext({ breaks: 'garble' });
  sandbox.faults.failNext({ status: 502, body: '<html>502 Bad Gateway</html>' });

  const garbled = await call(sandbox);
  const page = await call(sandbox);

  expect(garbled.status).toBe(200);
  await expect(garbled.json()).rejects.toThrow(SyntaxError);
  expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html']);
  expect(await page.text()).toBe('<html>502 Bad Gateway</html>');
});

test('an answer can come slowly', async () => {
  await using sandbox = await startQuiet();
  sandbox.faults.failNext({ breaks: 'slow' });
  const startedAt = performance.now();

  const answer = await call(sandbox);
  const headersAfterMs = performance.now() - startedAt;
  await answer.json();

  expect(headersAfterMs).toBeLessThan(performance.now() - startedAt);
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(4_900);
}, 15_000);

test('a rate limit can be global or of something shared', async () => {
  await using sandbox = await startQuiet();
  sandbox.faults.failNext({ status: 429, scope: 'global', retryAfterMs: 1_500 });
  sandbox.faults.failNext({ status: 429, scope: 'shared' });

  const global = await call(sandbox);
  const shared = await call(sandbox);

  expect(limit(global)).toEqual(['2', 'true', 'global']);
  expect(await global.json()).toMatchObject({ global: true, retry_after: 1.5 });
  expect(limit(shared)).toEqual(['1', null, 'shared']);
  expect(await shared.json()).toMatchObject({ global: false });
});

test('a fault lasts as long as it was asked for, and meets as many requests as it is likely to', async () => {
  await using sandbox = await startQuiet();
  sandbox.faults.failNext({ status: 500, forMs: 250 });
  const during = [await call(sandbox), await call(sandbox)];
  await expect.poll(async () => (await call(sandbox)).status).toBe(200);
  sandbox.faults.failNext({ status: 500, chance: 0, forMs: 60_000 });
  const unlikely = await call(sandbox);

  expect(during.map(({ status }) => status)).toEqual([500, 500]);
  expect(unlikely.status).toBe(200);
});

test('discord.js tries again what was reset, and waits out a global limit', async () => {
  await using bot = await TestBot.start();
  bot.sandbox.clearRequests();
  bot.sandbox.faults.failNext({ breaks: 'reset', template: MESSAGES });
  bot.sandbox.faults.failNext({ status: 429, scope: 'global', retryAfterMs: 50, template: MESSAGES });
  const channel = await bot.client.channels.fetch(bot.channelId());

  if (channel?.isSendable()) await channel.send('patience');

  const statuses = bot.sandbox.requests.filter(({ template }) => template === MESSAGES);
  expect(statuses.map(({ status }) => status)).toEqual([0, 429, 200]);
});
