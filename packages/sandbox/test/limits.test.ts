import { expect, test } from 'vitest';
import { startSandbox } from '../src/index.ts';
import type { Sandbox } from '../src/index.ts';
import { TestBot } from './test-bot.ts';

const MESSAGES = '/channels/{channel_id}/messages';

function call(
  sandbox: Sandbox,
  path: string,
  init: { method?: string; body?: string } = {},
): Promise<Response> {
  const headers = { Authorization: `Bot ${sandbox.token}`, 'Content-Type': 'application/json' };
  return fetch(`${sandbox.apiUrl}/v10${path}`, { ...init, headers });
}

test('every answer says where its bucket stands', async () => {
  await using sandbox = await startSandbox();

  const first = await call(sandbox, '/users/@me');
  const second = await call(sandbox, '/users/@me');

  expect(first.headers.get('x-ratelimit-limit')).toBe('50');
  expect(first.headers.get('x-ratelimit-remaining')).toBe('49');
  expect(second.headers.get('x-ratelimit-remaining')).toBe('48');
  expect(Number(first.headers.get('x-ratelimit-reset-after'))).toBeGreaterThan(0);
  expect(first.headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
});

test('a bucket that is empty refuses with 429, another channel has its own', async () => {
  await using sandbox = await startSandbox();
  const [general, art] = ['general', 'art'].map((name) => sandbox.guilds[0]?.channel(name)?.id ?? '');
  const post = (channelId = '') =>
    call(sandbox, `/channels/${channelId}/messages`, { method: 'POST', body: '{"content":"x"}' });
  for (let count = 0; count < 5; count++) expect((await post(general)).status).toBe(200);

  const refused = await post(general);

  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
  expect(await refused.json()).toMatchObject({ message: 'You are being rate limited.', global: false });
  expect((await post(art)).status).toBe(200);
});

test('more than fifty requests in a second meet the global limit', async () => {
  await using sandbox = await startSandbox();
  const ids = sandbox.users.map((user) => user.id);
  const guildId = sandbox.guilds[0]?.id ?? '';
  const paths = Array.from({ length: 60 }, (_, index) =>
    index % 2 === 0 ? `/users/${ids[index % ids.length]}` : `/guilds/${guildId}`,
  );

  const answers = await Promise.all(paths.map((path) => call(sandbox, path)));

  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
  expect(await refused[0]?.json()).toMatchObject({ global: true });
});

test('discord.js waits for a 429 that was asked for and tries again', async () => {
  await using bot = await TestBot.start();
  bot.sandbox.clearRequests();
  bot.sandbox.faults.failNext({ method: 'POST', template: MESSAGES, status: 429, retryAfterMs: 50 });
  const channel = await bot.client.channels.fetch(bot.channelId());

  if (channel?.isSendable()) await channel.send('patience');

  expect(
    bot.sandbox.requests.filter(({ template }) => template === MESSAGES).map(({ status }) => status),
  ).toEqual([429, 200]);
});

test('server errors can be asked for, for as many requests as wanted', async () => {
  await using sandbox = await startSandbox();
  sandbox.faults.failNext({ template: '/users/@me', status: 503, times: 2 });

  const statuses: number[] = [];
  for (let count = 0; count < 3; count++) statuses.push((await call(sandbox, '/users/@me')).status);

  expect(statuses).toEqual([503, 503, 200]);
});

test('latency delays answers', async () => {
  await using sandbox = await startSandbox();
  sandbox.faults.latency(60);
  const startedAt = performance.now();

  await call(sandbox, '/users/@me');

  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(55);
});

test('the log of requests keeps the latest and can be emptied', async () => {
  await using sandbox = await startSandbox({ record: 2 });
  for (const path of ['/users/@me', '/gateway/bot', '/nowhere']) await call(sandbox, path);

  expect(sandbox.requests.map(({ path, status }) => [path, status])).toEqual([
    ['/gateway/bot', 200],
    ['/nowhere', 404],
  ]);
  sandbox.clearRequests();
  expect(sandbox.requests).toEqual([]);
});

test('broken JSON and a missing token are refused', async () => {
  await using sandbox = await startSandbox();

  const broken = await call(sandbox, '/users/@me', { method: 'PATCH', body: '{' });
  const unauthorized = await fetch(`${sandbox.apiUrl}/v10/users/@me`);

  expect([broken.status, await broken.json()]).toEqual([400, expect.objectContaining({ code: 50_109 })]);
  expect(unauthorized.status).toBe(401);
});

test('validation can be switched off', async () => {
  await using sandbox = await startSandbox({ validate: false });
  const channelId = sandbox.guilds[0]?.channel('general')?.id ?? '';
  const body = JSON.stringify({ content: 'x'.repeat(2_001) });

  expect((await call(sandbox, `/channels/${channelId}/messages`, { method: 'POST', body })).status).toBe(200);
});
