import { Client } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedact, redactDeep } from '../../src/logging/redact.ts';

const redact = createRedact(['correct horse "battery"', 'pässword/ß?&']);

// Made up for this test; joined so that scanners of repositories do not take them for real ones.
const BOT_TOKEN = ['MTE4NzY1NDMyMTA5ODc2NTQzMg', 'GaBcDe', 'aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789ab'].join(
  '.',
);
const OPENAI_KEY = ['sk', 'proj-aBcDeFgHiJkLmNoPqRsTuVwXyZ012345'].join('-');
const GOOGLE_KEY = ['AIza', 'SyA1234567890abcdefghijklmnopqrstuv'].join('');
const JWT = ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIn0', 'dozjgNryP4J3jVmNHl0w5N'].join('.');

describe('what is masked', () => {
  test.each([
    ['a bot token', `login with ${BOT_TOKEN} failed`, BOT_TOKEN],
    ['the password of a connection string', 'connect postgres://twi:s3cr%t!@db.example:5432/twi', 's3cr%t!'],
    ['a password without a user', 'redis://:hunter22@cache:6379', 'hunter22'],
    [
      'the token of a webhook',
      `https://discord.com/api/v10/webhooks/123456789012345678/${'aB3_'.repeat(12)}`,
      'aB3_aB3_',
    ],
    [
      'the token of an interaction',
      `/interactions/123456789012345678/${'aW50ZXI'.repeat(9)}/callback`,
      'aW50ZXIaW50',
    ],
    ['an OpenAI key', `Incorrect API key provided: ${OPENAI_KEY}.`, OPENAI_KEY],
    ['a Google key', `key ${GOOGLE_KEY} is not valid`, GOOGLE_KEY],
    ['a JSON web token', `jwt ${JWT}`, JWT],
    ['a bearer token', 'Authorization: Bearer abc123def456', 'abc123def456'],
    ['a basic credential', 'headers: Basic dXNlcjpwYXNz=', 'dXNlcjpwYXNz'],
    ['an authorization header in JSON', '{"authorization":"opaque-value"}', 'opaque-value'],
    ['a key in a query', 'GET https://api.example/v1?page=2&api_key=0af1b2&sort=asc', '0af1b2'],
    ['a token in a query', 'https://x.example/?access_token=zzz', 'zzz'],
    ['a client secret in a form', 'grant_type=client_credentials&client_secret=s3', 's3'],
    ['a password in a configuration', "password: 'hunter2'", 'hunter2'],
    ['an e-mail address', 'mail jane.doe+bot@mail.example.org now', 'jane.doe'],
    ['an IPv4 address', 'connect ECONNREFUSED 203.0.113.77:443', '203.0.113.77'],
    ['an IPv6 address', 'from 2001:db8::8a2e:370:7334 came', '2001:db8'],
    ['a known secret', 'it was correct horse "battery" indeed', 'correct horse'],
    ['a known secret in JSON', JSON.stringify({ x: 'correct horse "battery"' }), 'correct horse'],
    ['a known secret in a URL', `https://x.example/${encodeURIComponent('pässword/ß?&')}`, '%C3%A4ssword'],
    [
      'a known secret in base64',
      Buffer.from('correct horse "battery"').toString('base64'),
      'Y29ycmVjdCBob3Jz',
    ],
  ])('%s', (_what, text, secret) => {
    expect(text).toContain(secret);
    expect(redact(text)).not.toContain(secret);
  });

  test('leaves the rest of a connection string readable', () => {
    expect(redact('postgres://twi:pass@db.example:5432/twi?sslmode=require')).toBe(
      'postgres://twi:[redacted]@db.example:5432/twi?sslmode=require',
    );
  });
});

describe('what is left alone', () => {
  test.each([
    ['a path', '/home/jane/projects/bot/src/commands/ban.ts:12:5'],
    ['a URL', 'https://archiveofourown.org/works/123456/chapters/7890?view_full_work=true#comments'],
    [
      'a Discord URL',
      'https://discord.com/channels/123456789012345678/234567890123456789/345678901234567890',
    ],
    ['a stack frame', '    at async Object.run (file:///srv/bot/plugins/gallery/src/gallery.ts?g=3:10:22)'],
    ['a package and its version', '@twi/plugin-gallery@1.2.3 and node_modules/.pnpm/got@16.1.0/index.js'],
    ['a clock time', 'at 12:30:45 and 2026-11-22T21:54:45.370Z'],
    ['a scope in C++', 'node::Start and std::string'],
    ['a mention and a snowflake', '<@123456789012345678> in <#234567890123456789>'],
    ['prose about credentials', 'Basic understanding; the bearer of bad news; Bot permissions are missing'],
    ['an unexpected token', 'SyntaxError: Unexpected token: export'],
    ['this machine', 'listening on http://127.0.0.1:3000'],
    ['a hash', 'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ['a sentence', 'You need the permission `moderation.ban` for that.'],
  ])('%s', (_what, text) => {
    expect(redact(text)).toBe(text);
  });
});

test('masking what is masked changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(redact(redact(text))).toBe(redact(text));
    }),
  );
});

test('a known secret never comes through, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 4 }), fc.string(), (before, secret, after) => {
      fc.pre(!'[redacted][ip][e-mail]'.includes(secret));

      expect(createRedact([secret])(`${before}${secret}${after}`)).not.toContain(secret);
    }),
  );
});

test('a long line without any secret costs little', () => {
  const line = 'abcdefghij.-_+'.repeat(20_000);
  const start = performance.now();

  expect(redact(line)).toBe(line);

  expect(performance.now() - start).toBeLessThan(2_000);
});

describe('structured values', () => {
  test('an error is copied with its causes, fields and nested errors, all masked', () => {
    const cause = Object.assign(new Error(`401 with ${OPENAI_KEY}`), {
      requestBody: { token: 'opaque', page: 2 },
    });
    const error = new AggregateError([new Error('203.0.113.9')], 'jane@example.org failed', { cause });

    const copy = redactDeep(error, redact);

    const text = JSON.stringify(copy);
    for (const secret of [OPENAI_KEY, 'opaque', '203.0.113.9', 'jane@']) expect(text).not.toContain(secret);
    expect(copy).toMatchObject({
      type: 'AggregateError',
      message: '[e-mail] failed',
      cause: { message: '401 with [redacted]', requestBody: { token: '[redacted]', page: 2 } },
      errors: [{ message: '[ip]' }],
    });
  });

  test('a value that contains itself ends', () => {
    const value: Record<string, unknown> = { name: 'loop', size: 3n };
    value['self'] = value;

    expect(redactDeep(value, redact)).toEqual({ name: 'loop', size: '3', self: '[circular]' });
  });

  test.each(['password', 'clientSecret', 'api_key', 'Authorization', 'token', 'access_token', 'set-cookie'])(
    'the field %s is masked whatever it holds',
    (field) => {
      expect(redactDeep({ [field]: { inner: 'x' } }, redact)).toEqual({ [field]: '[redacted]' });
    },
  );

  test('maps, sets and lists are copied', () => {
    const value = new Map<string, unknown>([['list', [new Set(['jane@example.org'])]]]);

    expect(redactDeep(value, redact)).toEqual({ list: [['[e-mail]']] });
  });

  test('a structure that leads to the whole client is named, not copied', () => {
    const client = new Client({ intents: [] });
    const error = Object.assign(new Error('x'), {
      context: { client, url: new URL('https://u:pw@x.example/a') },
    });

    expect(redactDeep(error, redact)).toMatchObject({
      context: { client: '[Client]', url: 'https://u:[redacted]@x.example/a' },
    });
  });
});
