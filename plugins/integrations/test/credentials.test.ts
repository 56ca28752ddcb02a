import { AuditLogRepository } from '@twi/database';
import { startTestBot, type TestBot } from '@twi/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { integrationsPlugin } from '../src/index.ts';
import { Web } from './web.ts';

const FIND = '/customsearch/v1';

let web: Web;
let bot: TestBot;
beforeAll(async () => {
  web = await Web.start();
  bot = await startTestBot({
    plugins: [integrationsPlugin],
    privatePlaces: [web.place],
    encryptionKeys: [new Uint8Array(32).fill(7)],
    serviceSecrets: { twitter: 'a-bearer-token' },
    serviceAddresses: { google: web.base, twitter: web.base },
  });
});
beforeEach(() => web.reset());
afterEach((context) => bot.explainFailure(context));
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  web.close();
});

test('without credentials, a command says which service it is and who can do what', async () => {
  const guild = await bot.guild({ enable: ['integrations'] });

  const refused = await guild.member({ username: 'cat' }).slash('find', { query: 'chess' });

  expect(refused.text).toContain('Google is not set up for this bot');
  expect(refused.text).toContain('/integrations credentials service:google');
  expect(refused.text).toContain('`GOOGLE_API_KEY`, `GOOGLE_CSE_ID`');
});

test('without a key of OpenAI, nothing is read', async () => {
  const guild = await bot.guild({ enable: ['integrations'] });
  const cat = guild.member({ username: 'cat' });
  await cat.send('Hello');

  const answers = [await cat.slash('summarize'), await guild.owner.slash('moderate')];

  for (const { text, isEphemeral } of answers) {
    expect(text).toContain('OpenAI is not set up for this bot');
    expect(text).toContain('/integrations credentials service:openai');
    expect(text).toContain('`OPENAI_API_KEY`');
    expect(isEphemeral).toBe(true);
  }
});

test('an administrator enters credentials, which are used here alone and never shown, and removes them', async () => {
  const guild = await bot.guild({ enable: ['integrations'] });
  const other = await bot.guild({ enable: ['integrations'] });
  const { owner } = guild;
  const cat = guild.member({ username: 'cat' });
  web.json(FIND, {});

  const form = await owner.slash('integrations credentials', { service: 'google' });
  const entered = await owner.submit(form, { 0: ' our-own-key ', 1: 'engine:2' });
  const status = await owner.slash('integrations status');
  await cat.slash('find', { query: 'chess' });

  expect(form.modal?.title).toBe('Credentials for Google');
  expect(entered.text).toBe('Google is asked with the credentials of this server from now on.');
  expect(entered.isEphemeral).toBe(true);
  expect(status.text).toMatch(/✅ \*\*Google\*\*: credentials of this server, entered by <@\d+>/);
  expect(status.text).toContain('✅ **X**: credentials of the bot');
  expect(status.text).toContain('❌ **DeviantArt**: not set up');
  expect(status.text).not.toContain('our-own-key');
  expect(bot.logs.join('\n')).not.toContain('our-own-key');
  expect(web.asked[0]?.headers['x-goog-api-key']).toBe('our-own-key');
  expect(web.asked[0]?.url.searchParams.get('cx')).toBe('engine:2');
  const elsewhere = await other.member({ username: 'dog' }).slash('find', { query: 'chess' });
  expect(elsewhere.text).toContain('Google is not set up');

  const removed = await owner.click(status, 'Remove Google');
  expect(removed.text).toContain('❌ **Google**: not set up');
  expect(removed.buttons).toEqual([]);
  expect((await cat.slash('find', { query: 'chess' })).text).toContain('Google is not set up');

  const logs = await new AuditLogRepository(bot.database.handle.db).list(guild.id, { limit: 10 });
  expect(logs.rows.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['integrations.credentials-set', 'integrations.credentials-remove']),
  );
  expect(JSON.stringify(logs.rows)).not.toContain('our-own-key');
});

test.each([
  ['with a space', { 0: 'a b', 1: 'engine' }, 'API key'],
  ['with a colon where one would part it', { 0: 'a:b', 1: 'engine' }, 'API key'],
  ['of spaces', { 0: 'key', 1: '   ' }, 'Id of the search engine'],
])('a value %s is refused by its field', async (_, values, field) => {
  const { owner } = await bot.guild({ enable: ['integrations'] });
  const form = await owner.slash('integrations credentials', { service: 'google' });

  const refused = await owner.submit(form, values);

  expect(refused.text).toContain(`\`${field}\` must be copied`);
  expect((await owner.slash('integrations status')).text).toContain('❌ **Google**');
});

test('the status tells what X says is left, and that searches are used up, until they are not', async () => {
  const { owner } = await bot.guild({ enable: ['integrations'] });
  const form = await owner.slash('integrations credentials', { service: 'google' });
  await owner.submit(form, { 0: 'our-key', 1: 'engine' });
  const reset = Math.floor(Date.now() / 1_000) + 600;
  const headers = {
    'x-rate-limit-limit': '900',
    'x-rate-limit-remaining': '0',
    'x-rate-limit-reset': String(reset),
  };
  web.json('/2/users/by/username/cat', {}, { status: 429, headers });
  web.json(FIND, { error: { errors: [{ reason: 'dailyLimitExceeded' }] } }, { status: 403 });
  await owner.slash('twitter user', { handle: 'cat' });
  await owner.slash('find', { query: 'chess' });

  const { text } = await owner.slash('integrations status');
  expect(text).toMatch(/0 of 900 requests for accounts left as of <t:\d+:R>, all again <t:\d+:R>/);
  expect(text).toMatch(/0 searches today left as of <t:\d+:R>\n/);

  web.json(FIND, {});
  await owner.slash('find', { query: 'chess' });
  expect((await owner.slash('integrations status')).text).not.toContain('searches today');
});

test('only administrators set up services', async () => {
  const guild = await bot.guild({ enable: ['integrations'] });
  const staff = guild.member({ username: 'staff', permissions: ['ManageGuild'] });

  expect(staff.commands).toContain('wiki');
  expect(staff.commands).not.toContain('integrations');
});
