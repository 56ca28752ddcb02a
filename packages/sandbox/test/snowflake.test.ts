import { expect, test } from 'vitest';
import { compareSnowflakes, shardOf, snowflakeAt, Snowflakes, timestampOf } from '../src/state/snowflake.ts';

test('ids are unique, sort by age and name their moment', () => {
  const ids = new Snowflakes();
  const made = Array.from({ length: 5_000 }, () => ids.next());

  expect(new Set(made).size).toBe(made.length);
  expect(made.toSorted(compareSnowflakes)).toEqual(made);
  expect(made[0]).toMatch(/^\d{17,19}$/);
  expect(Math.abs(timestampOf(made[0] ?? '') - Date.now())).toBeLessThan(5_000);
});

test('an id of a moment carries that moment', () => {
  const moment = Date.UTC(2020, 1, 2, 3, 4, 5, 678);

  expect(timestampOf(snowflakeAt(moment))).toBe(moment);
  expect(compareSnowflakes(snowflakeAt(moment), snowflakeAt(moment, 1))).toBeLessThan(0);
});

test.for([
  ['9', '10', -1],
  ['10', '9', 1],
  ['10', '10', 0],
  ['10', '11', -1],
] as const)('%s compared with %s', ([left, right, sign]) => {
  expect(Math.sign(compareSnowflakes(left, right))).toBe(sign);
});

test('the shard of a guild follows the formula of Discord', () => {
  expect(shardOf('175928847299117063', 1)).toBe(0);
  expect(shardOf('175928847299117063', 16)).toBe(Number((175928847299117063n >> 22n) % 16n));
});
