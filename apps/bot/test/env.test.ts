import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EnvironmentError, readEnvironment } from '../src/env.ts';

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
    SHARDS: '0,2',
    SHARD_COUNT: '4',
  });

  expect(environment).toMatchObject({
    OWNER_IDS: ['123456789012345678', '223456789012345678'],
    PLUGIN_PATHS: ['/plugins/one', '/plugins/two'],
    HTTP_PORT: 8080,
    SHARDS: [0, 2],
    SHARD_COUNT: 4,
    secrets: ['MTIz.abc.def-ghi_jkl', 'long secret'],
  });
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
