import { expect, test } from 'vitest';
import { ActivityLog, type CountedMessage } from '../../src/automod/engine/activity-log.ts';
import { BoundedMap } from '../../src/automod/engine/bounded-map.ts';

const MINUTE_MS = 60_000;

function message(id: number, changes: Partial<CountedMessage> = {}): CountedMessage {
  return { id: String(id), authorId: 'mallory', text: 'hello', at: id * 1_000, ...changes };
}

test('counts the messages of a member within the time', () => {
  const log = new ActivityLog();
  for (let id = 1; id <= 10; id += 1) log.record(message(id));

  const activity = log.record(message(11));

  expect(activity.messages(5_000)).toBe(6);
  expect(activity.messages(MINUTE_MS)).toBe(11);
});

test('counts repeats of the same text alone, and never of no text', () => {
  const log = new ActivityLog();
  log.record(message(1));
  log.record(message(2, { text: 'other' }));

  expect(log.record(message(3)).repeats(MINUTE_MS)).toBe(2);
  log.record(message(4, { text: '' }));
  expect(log.record(message(5, { text: '' })).repeats(MINUTE_MS)).toBe(0);
});

test('keeps members apart', () => {
  const log = new ActivityLog();
  log.record(message(1));

  expect(log.record(message(2, { authorId: 'carol' })).messages(MINUTE_MS)).toBe(1);
});

test('counts an edited message as the one that it was', () => {
  const log = new ActivityLog();
  log.record(message(1));
  log.record(message(2, { text: 'other' }));

  const activity = log.record(message(2));

  expect(activity.messages(MINUTE_MS)).toBe(2);
  expect(activity.repeats(MINUTE_MS)).toBe(2);
});

test('looks without counting', () => {
  const log = new ActivityLog();
  log.record(message(1));

  expect(log.peek(message(2)).messages(MINUTE_MS)).toBe(2);
  expect(log.peek(message(3)).messages(MINUTE_MS)).toBe(2);
});

test('remembers fifty messages of a member at most', () => {
  const log = new ActivityLog();
  for (let id = 1; id <= 500; id += 1) log.record(message(id, { at: 1_000 }));

  expect(log.peek(message(501, { at: 1_000 })).messages(MINUTE_MS)).toBe(51);
});

test('forgets what was set longest ago', () => {
  const map = new BoundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  map.set('a', 3);
  map.set('c', 4);

  expect([map.get('a'), map.get('b'), map.get('c'), map.size]).toEqual([3, undefined, 4, 2]);
});
