import { createRequire } from 'node:module';
import { UserError } from '@twi/sdk';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rollDice } from '../src/dice/roll-dice.ts';

/** Far more than the slowest roll that is accepted takes, far less than a person notices. */
const MOST_MS = 250;

/** What an attempt comes to: a roll, or the words of the refusal. Anything else that is thrown fails the test. */
function attempt(typed: string) {
  const begun = performance.now();
  try {
    return { rolled: rollDice(typed), ms: performance.now() - begun };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { refused: error.identifier, ms: performance.now() - begun };
  }
}

test.each([
  ['2d20+5', /^\[\d+, \d+\] \+ 5$/],
  [' 2 D 20 + 5 ', /^\[\d+, \d+\] \+ 5$/],
  ['d6', /^\[[1-6]\]$/],
  ['d%', /^\[\d+\]$/],
  ['3*2d6-1', /^3 × \[\d, \d\] - 1$/],
  ['2d20kh1', /^\[.*~~\d+~~.*\]$/],
  ['4d6dl1', /~~\d~~/],
])('rolls %s', (typed, shown) => {
  const { rolled } = attempt(typed);

  expect(rolled?.shown).toMatch(shown);
  expect(rolled?.total).toBeGreaterThanOrEqual(1);
});

test.each([
  ['', 'utility.bad-dice'],
  ['5', 'utility.bad-dice'],
  ['dice', 'utility.bad-dice'],
  ['0d6', 'utility.bad-dice'],
  ['2d6+', 'utility.bad-dice'],
  ['2d6--3', 'utility.bad-dice'],
  ['2d6/0', 'utility.bad-dice'],
  ['(9**9)**9', 'utility.bad-dice'],
  ['9**9**9', 'utility.bad-dice'],
  ['pow(9,999)', 'utility.bad-dice'],
  ['{2d6,3d8}kh1', 'utility.bad-dice'],
  ['1d6r<=6', 'utility.bad-dice'],
  ['1d6!>=1', 'utility.bad-dice'],
  ['1d6!!', 'utility.bad-dice'],
  ['1d1!', 'utility.bad-sides'],
  ['1d1', 'utility.bad-sides'],
  ['1d1001', 'utility.bad-sides'],
  ['101d6', 'utility.bad-amount-of-dice'],
  ['60d6+60d6', 'utility.bad-amount-of-dice'],
  ['999999999d6', 'utility.bad-amount-of-dice'],
  ['1d6+1000001', 'utility.number-too-large'],
  [`${'1000000*'.repeat(5)}d6`, 'utility.number-too-large'],
  ['d6+'.repeat(40), 'utility.bad-dice'],
])('refuses %s', (typed, identifier) => {
  expect(attempt(typed).refused).toBe(identifier);
});

test('the total lies between all ones and all highest', () => {
  const dice = fc.record({
    amount: fc.integer({ min: 1, max: 100 }),
    sides: fc.integer({ min: 2, max: 1_000 }),
    modifier: fc.integer({ min: -1_000, max: 1_000 }),
  });
  fc.assert(
    fc.property(dice, ({ amount, sides, modifier }) => {
      const { total } = rollDice(`${amount}d${sides}${modifier < 0 ? modifier : `+${modifier}`}`);

      expect(total).toBeGreaterThanOrEqual(amount + modifier);
      expect(total).toBeLessThanOrEqual(amount * sides + modifier);
    }),
  );
});

/** Made of what the library understands, so that much of it nearly fits. */
const nearlyDice = fc
  .array(
    fc.constantFrom(
      'd',
      'k',
      'h',
      'l',
      '!',
      '%',
      'F',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      '{',
      '}',
      ',',
      '.',
      ' ',
      'r',
      '<',
      '>',
      '=',
      '0',
      '1',
      '2',
      '6',
      '20',
      '100',
      '999',
      'floor',
      'sd',
      'cs',
      '#',
      '[',
      ']',
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('whatever is typed is rolled or refused at once', () => {
  fc.assert(
    fc.property(fc.oneof(nearlyDice, fc.string({ maxLength: 200 })), (typed) => {
      expect(attempt(typed).ms).toBeLessThan(MOST_MS);
    }),
    { numRuns: 3_000 },
  );
});

test('what the notation lets through, the library takes', () => {
  const term = fc.oneof(
    fc.nat({ max: 1_000_000 }).map(String),
    fc
      .tuple(
        fc.constantFrom('', '1', '2', '7'),
        fc.constantFrom('2', '6', '20', '%', '1000'),
        fc.constantFrom('', '!'),
        fc.constantFrom('', 'kh1', 'kl2', 'dh1', 'dl9', 'k1', 'd1'),
      )
      .map(([amount, sides, explodes, kept]) => `${amount}d${sides}${explodes}${kept}`),
  );
  const sums = fc.array(fc.tuple(term, fc.constantFrom('+', '-', '*')), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(sums, (terms) => {
      const typed = terms.map(([text, sign], index) => (index === 0 ? text : `${sign}${text}`)).join('');
      const { rolled, refused = '' } = attempt(typed);

      expect([typed, 'utility.bad-dice', 'utility.number-too-large']).toContain(rolled?.notation ?? refused);
    }),
  );
});

test('a lone twenty is told', () => {
  const naturals = new Set(Array.from({ length: 2_000 }, () => rollDice('1d20+5').natural));
  expect(naturals).toEqual(new Set([undefined, 1, 20]));
  expect(rollDice('1d1000').natural).toBeUndefined();
});

test('the library of mathematics comes in one file, as its thousand would hold up the bot', () => {
  rollDice('1d6+1');

  const { cache } = createRequire(import.meta.url);
  const loaded = Object.entries(cache).flatMap(([file, module]) =>
    file.includes('/mathjs/lib/') ? module?.filename : [],
  );
  expect([...new Set(loaded)]).toEqual([expect.stringContaining('/browser/')]);
});
