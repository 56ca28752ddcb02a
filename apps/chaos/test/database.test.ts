import { isMet } from '@twi/proving';
import { expect, test } from 'vitest';
import { database } from '../src/database/database.ts';
import { spellOf } from '../src/database/spell.ts';
import { Ledger, type Outcome } from '../src/load/ledger.ts';

test(
  'whatever happens to the database, everybody is told and nothing is lost',
  { timeout: 480_000 },
  async () => {
    const { limits } = await database('short');

    expect(limits.filter((limit) => !isMet(limit))).toEqual([]);
  },
);

const PERSON = { guildId: '1', userId: '2' };

/** What a ledger with one entry for each outcome and text makes of a time. */
function spell(...ends: readonly (readonly [Outcome, string])[]) {
  const ledger = new Ledger();
  const begunAt = Date.now() - 1;
  for (const [outcome, text] of ends) {
    const entry = ledger.open('warn', PERSON);
    entry.text = text;
    ledger.close(entry, outcome);
  }
  return spellOf('gone', ledger.entries, { begunAt, endedAt: begunAt, watchedUntil: Date.now() + 1 });
}

test('what people got is told apart', () => {
  const seen = spell(
    ['done', 'Warned.'],
    ['refused', 'They are staff.'],
    ['refused', 'The database is not answering. Please try again later.'],
    ['failed', 'Something went wrong on my side'],
    ['unanswered', ''],
    ['unfinished', ''],
    ['impossible', 'There is no such command.'],
  );

  expect(seen).toMatchObject({ results: 2, told: 1 });
  expect([seen.puzzled.length, seen.silent.length]).toEqual([1, 2]);
});

test('it is not over while anybody hears of it', () => {
  expect(spell(['done', '']).recoveredAfterMs).toBe(0);
  expect(spell(['refused', 'The database is not answering.']).recoveredAfterMs).toBeGreaterThan(0);
});
