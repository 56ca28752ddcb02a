import type { DataRights } from '@twi/database';
import { definePlugin } from '@twi/sdk';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { keptData } from '../../src/core/replies/kept-data.ts';

function plugin(tables: DataRights) {
  return definePlugin({
    id: 'keeper',
    title: 'Keeper',
    description: 'Keeps things.',
    settings: z.strictObject({}),
    tables,
    pieces: {},
    setup: () => ({}),
  });
}

const reason = (name: string) =>
  `There is a good reason to keep ${name}, and it is told here at some length.`;
const kept = (keep: string) => ({ guild: 'guildId', person: 'userId', erase: { keep } }) as const;

test('what is kept is named in words, with the reason as a sentence of its own', () => {
  expect(keptData(plugin({ bulk_runs: kept('It says what is left to do.') }))).toEqual([
    'Bulk runs: kept. It says what is left to do.',
  ]);
});

test('things with the same rule stand together, and things about nobody not at all', () => {
  const why = 'A server needs it.';
  const tables: DataRights = {
    cases: kept(why),
    case_counters: { guild: 'guildId', erase: { keep: 'It names nobody.' } },
    case_notes: kept(why),
    votes: { guild: 'guildId', person: 'userId', erase: 'delete' },
    quotes: { guild: 'guildId', person: 'userId', erase: 'anonymise' },
  };

  expect(keptData(plugin(tables)).join('\n').split('\n')).toEqual([
    `Cases and case notes: kept. ${why}`,
    'Votes: deleted when somebody asks for it',
    'Quotes: the name is removed when somebody asks for it',
  ]);
});

test('a long list takes more fields, and nothing of it is cut', () => {
  const names = Array.from({ length: 20 }, (_, index) => `thing_${index}`);

  const fields = keptData(plugin(Object.fromEntries(names.map((name) => [name, kept(reason(name))]))));

  expect(fields.length).toBeGreaterThan(1);
  for (const field of fields) expect(field.length).toBeLessThanOrEqual(1_024);
  expect(fields.join('\n').split('\n')).toEqual(
    names.map((name) => `${name.replace('_', ' ').replace('t', 'T')}: kept. ${reason(name)}`),
  );
});

test('a plugin without such data says so', () => {
  expect(keptData(plugin({}))).toEqual(['Nothing.']);
});
