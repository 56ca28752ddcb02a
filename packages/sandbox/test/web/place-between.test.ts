import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { placeBetween } from '../../web/src/messages/place-between.ts';

const MINUTE_MS = 60_000;
const NOON = Date.parse('2026-03-01T12:00:00');

function message(id: number, authorId: string, minutes: number): APIMessage {
  const timestamp = new Date(NOON + minutes * MINUTE_MS).toISOString();
  // -- only what the placing looks at
  return { id: String(id), author: { id: authorId }, type: 0, timestamp } as APIMessage;
}

const nothingNew = { readBefore: undefined, me: 'me' };

test('a message goes on where one of the same author ended a moment ago', () => {
  const first = message(1, 'bob', 0);
  expect(placeBetween(first, message(2, 'bob', 6), nothingNew).isContinued).toBe(true);
  expect(placeBetween(first, message(2, 'bob', 8), nothingNew).isContinued).toBe(false);
  expect(placeBetween(first, message(2, 'alice', 1), nothingNew).isContinued).toBe(false);
});

test('each day begins with its name', () => {
  const [late, early] = [message(1, 'bob', 11 * 60 + 59), message(2, 'bob', 12 * 60 + 1)];
  expect(placeBetween(undefined, late, nothingNew).day).toContain('2026');
  const between = placeBetween(late, early, nothingNew);
  expect(between.day).toBeDefined();
  expect(between.isContinued).toBe(false);
  expect(placeBetween(early, message(3, 'bob', 12 * 60 + 2), nothingNew).day).toBeUndefined();
});

test('the news begin once, at the first message of another person that was not read', () => {
  const news = { readBefore: '1', me: 'me' };
  const [read, first, second] = [message(1, 'bob', 0), message(2, 'bob', 1), message(3, 'bob', 2)];
  expect(placeBetween(undefined, read, news).isNew).toBe(false);
  expect(placeBetween(read, first, news)).toMatchObject({ isNew: true, isContinued: false });
  expect(placeBetween(first, second, news).isNew).toBe(false);
  expect(placeBetween(read, message(2, 'me', 1), news).isNew).toBe(false);
});
