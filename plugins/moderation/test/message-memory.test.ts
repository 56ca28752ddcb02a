import { expect, test } from 'vitest';
import { MessageMemory } from '../src/logs/message-memory.ts';

const message = (content: string, until = Date.now() + 60_000) => ({
  authorId: '200000000000000001',
  content,
  editedAt: null,
  until,
});

test('recalls what was remembered last', () => {
  const memory = new MessageMemory();
  memory.remember('1', message('Hello'));
  memory.remember('1', message('Goodbye'));

  expect(memory.recall('1')?.content).toBe('Goodbye');
  expect(memory.recall('2')).toBeUndefined();
});

test('forgets what it is told to forget, and what is over', () => {
  const memory = new MessageMemory();
  memory.remember('1', message('Hello'));
  memory.remember('2', message('Over', Date.now() - 1));
  memory.forget('1');

  expect(memory.recall('1')).toBeUndefined();
  expect(memory.recall('2')).toBeUndefined();
});

test('forgets all that is over without being asked about it', () => {
  const memory = new MessageMemory();
  const over = message('Over', Date.now() - 1);
  memory.remember('1', over);
  memory.prune();
  Object.assign(over, { until: Date.now() + 60_000 });

  expect(memory.recall('1')).toBeUndefined();
});

test('keeps within its bounds by forgetting the oldest', () => {
  const memory = new MessageMemory();
  const long = 'x'.repeat(4_000);
  for (let index = 0; index < 2_501; index += 1) memory.remember(`${index}`, message(long));

  expect(memory.recall('0')).toBeUndefined();
  expect(memory.recall('1')?.content).toBe(long);
});
