import { Client } from 'discord.js';
import { expect, test } from 'vitest';
import { ReporterSeal } from '../src/reports/reporter-seal.ts';

const GUILD = '100000000000000001';
const OTHER_GUILD = '100000000000000002';
const USER = '200000000000000001';

function sealOf(token: string): ReporterSeal {
  const client = new Client({ intents: [] });
  client.token = token;
  return new ReporterSeal(client);
}

test('opens what it has sealed, and nothing shows through', () => {
  const seal = sealOf('token');
  const [one, other] = [seal.seal(GUILD, USER), seal.seal(GUILD, USER)];

  expect(seal.open(GUILD, one)).toBe(USER);
  expect(one).not.toBe(other);
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain(USER);
});

test('opens nothing of another guild or under another token', () => {
  const sealed = sealOf('token').seal(GUILD, USER);

  expect(sealOf('token').open(OTHER_GUILD, sealed)).toBeUndefined();
  expect(sealOf('another').open(GUILD, sealed)).toBeUndefined();
});

test('knows a person again in the same guild alone', () => {
  const seal = sealOf('token');

  expect(seal.hash(GUILD, USER)).toBe(seal.hash(GUILD, USER));
  expect(seal.hash(GUILD, USER)).not.toBe(seal.hash(OTHER_GUILD, USER));
  expect(seal.hash(GUILD, USER)).not.toBe(sealOf('another').hash(GUILD, USER));
});
