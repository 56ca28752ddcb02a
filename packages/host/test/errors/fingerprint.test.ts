import { expect, test } from 'vitest';
import { fingerprint } from '../../src/errors/fingerprint.ts';

const ENTRY = { plugin: 'demo', kind: 'chat-input', name: 'demo' } as const;
/** Searched from each of them to the end, these would take more than a minute. */
const EMPTY_LINES = 200_000;
const PATIENCE_MS = 5_000;

function thrownWith(message: string): Error {
  return new Error(message);
}

test('one error at one place is known again, whatever its numbers and quoted values', () => {
  expect(fingerprint(thrownWith('No row 5 in "a".'), ENTRY)).toBe(
    fingerprint(thrownWith('No row 17 in "b".'), ENTRY),
  );
  expect(fingerprint(thrownWith('No row.'), ENTRY)).not.toBe(fingerprint(thrownWith('No column.'), ENTRY));
});

test('one message from two places is two errors', () => {
  const elsewhere = new Error('No row.');

  expect(fingerprint(thrownWith('No row.'), ENTRY)).not.toBe(fingerprint(elsewhere, ENTRY));
});

test.each(['\n', '\t', ' ', '\n '])('a message of very many %j does not hold the event loop up', (sign) => {
  const error = thrownWith(sign.repeat(EMPTY_LINES));
  const startedAt = performance.now();

  fingerprint(error, ENTRY);

  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
});
