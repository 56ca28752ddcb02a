import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '../src/env.ts';
import { serviceAddresses } from '../src/service-addresses.ts';
import { serviceSecrets } from '../src/service-secrets.ts';

function faultsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.faults;
    throw error;
  }
  return [];
}

test('an empty environment is a good one', () => {
  expect(readEnvironment({})).toEqual({ secrets: [] });
});

test('a variable left empty counts as absent', () => {
  expect(readEnvironment({ DISCORD_TOKEN: '', HTTP_PORT: '' })).toEqual({ secrets: [] });
});

test('reads what is well formed', () => {
  const environment = readEnvironment({
    DISCORD_TOKEN: 'MTIz.abc.def-ghi_jkl',
    DISCORD_API_URL: 'http://127.0.0.1:4000/api',
    DATABASE_URL: 'postgres://me:long%20secret@db.example:5432/twi',
    OWNER_IDS: '123456789012345678, 223456789012345678',
    PLUGIN_PATHS: '/plugins/one,/plugins/two',
    HTTP_PORT: '8080',
    ALLOW_PRIVATE_ADDRESSES: '127.0.0.1:8080, [::1]:80,feeds.internal:81',
    SHARDS: '0,2',
    SHARD_COUNT: '4',
  });

  expect(environment).toMatchObject({
    OWNER_IDS: ['123456789012345678', '223456789012345678'],
    PLUGIN_PATHS: ['/plugins/one', '/plugins/two'],
    HTTP_PORT: 8080,
    ALLOW_PRIVATE_ADDRESSES: ['127.0.0.1:8080', '[::1]:80', 'feeds.internal:81'],
    SHARDS: [0, 2],
    SHARD_COUNT: 4,
    secrets: ['MTIz.abc.def-ghi_jkl', 'long secret'],
  });
});

test('reads several encryption keys, in base64 or hexadecimal, and hides each', () => {
  const [first, second] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const list = `${first.toString('base64')}, ${second.toString('hex')}`;

  expect(readEnvironment({ SECRET_ENCRYPTION_KEY: list })).toEqual({
    SECRET_ENCRYPTION_KEY: [first, second],
    secrets: [first.toString('base64'), second.toString('hex')],
  });
});

test.each(['short', 'AAAA', `${Buffer.alloc(32).toString('base64')},`, '0'.repeat(63)])(
  'refuses the encryption key "%s"',
  (key) => {
    expect(faultsOf({ SECRET_ENCRYPTION_KEY: key })).toEqual([
      expect.stringContaining('32 bytes in base64 or hexadecimal, made by: openssl rand -base64 32'),
    ]);
  },
);

test('reads durations, and refuses those that look like a slip', () => {
  expect(readEnvironment({ GUILD_PURGE_AFTER: '2w', RETENTION_ERROR_LOGS: '1d12h' })).toMatchObject({
    GUILD_PURGE_AFTER: 1_209_600_000,
    RETENTION_ERROR_LOGS: 129_600_000,
  });
  expect(faultsOf({ GUILD_PURGE_AFTER: '30', RETENTION_AUDIT_LOGS: '30s' })).toEqual([
    expect.stringMatching(/^GUILD_PURGE_AFTER must be a number and a unit .*; at least an hour/),
    expect.stringMatching(/^RETENTION_AUDIT_LOGS must be/),
  ]);
});

test('the bot’s own secrets go to the host by service, those that go together as one', () => {
  const environment = readEnvironment({
    OPENAI_API_KEY: 'sk-one',
    DEVIANTART_CLIENT_ID: '12',
    DEVIANTART_CLIENT_SECRET: 'word',
  });

  expect(serviceSecrets(environment)).toEqual({ openai: 'sk-one', deviantart: '12:word' });
  expect(serviceSecrets(readEnvironment({}))).toEqual({});
});

test('outside services are asked where the environment says', () => {
  const environment = readEnvironment({ AO3_BASE_URL: 'http://127.0.0.1:8080', GOOGLE_BASE_URL: '' });

  expect(serviceAddresses(environment)).toEqual({ ao3: 'http://127.0.0.1:8080' });
  expect(faultsOf({ TWITTER_BASE_URL: 'ftp://example.org' })).toEqual([
    'TWITTER_BASE_URL must be an http or https URL.',
  ]);
});

test('lists all faults at once, each with what is accepted', () => {
  const faults = faultsOf({
    HTTP_PORT: '99999',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://x',
    OWNER_IDS: '12,abc',
  });

  expect(faults).toEqual([
    expect.stringMatching(/^DATABASE_URL must be a URL such as postgres:/),
    'OWNER_IDS must be ids of users, 17 to 20 digits each, separated by commas.',
    'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal.',
    'HTTP_PORT must be a port, 0 to 65535 (0: any free one).',
  ]);
});

test.each([
  [{ GOOGLE_API_KEY: 'key' }, 'GOOGLE_CSE_ID is missing: it goes with GOOGLE_API_KEY.'],
  [
    { DEVIANTART_CLIENT_SECRET: 'word' },
    'DEVIANTART_CLIENT_ID is missing: it goes with DEVIANTART_CLIENT_SECRET.',
  ],
  [{ DISCORD_API_URL: 'http://127.0.0.1:1/api' }, 'DISCORD_TOKEN is missing: it goes with DISCORD_API_URL.'],
  [{ SHARDS: '0,1' }, 'SHARD_COUNT is missing: it goes with SHARDS.'],
])('names the missing half of a group: %o', (source, start) => {
  expect(faultsOf(source)).toEqual([expect.stringContaining(start)]);
});

test('a shard count may stand alone', () => {
  expect(faultsOf({ SHARD_COUNT: '2' })).toEqual([]);
});

test.each(['127.0.0.1', 'http://127.0.0.1:80', '127.0.0.1:99999', '[1]:80', '10.0.0.0/8:80', 'a:1,'])(
  'refuses to allow %s, which is no host with a port',
  (places) => {
    expect(faultsOf({ ALLOW_PRIVATE_ADDRESSES: places })).toEqual([
      expect.stringMatching(/^ALLOW_PRIVATE_ADDRESSES must be hosts with their ports/),
    ]);
  },
);

test('no fault repeats a value, which may be a secret', () => {
  const secret = 'pass word!';

  expect(
    faultsOf({ DISCORD_TOKEN: secret, DATABASE_URL: secret, SECRET_ENCRYPTION_KEY: secret }).join(),
  ).not.toContain(secret);
});

test('.env.example lists every variable, and no other', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const listed = [...example.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map(([, name]) => name);
  const source = readFileSync(new URL('../src/env.ts', import.meta.url), 'utf8');
  const read = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): \[/gm)].map(([, name]) => name);

  expect(new Set(listed)).toEqual(new Set(read));
});
