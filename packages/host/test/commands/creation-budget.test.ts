import { beforeEach, describe, expect, test } from 'vitest';
import { CreationBudget } from '../../src/commands/creation-budget.ts';

const GUILD = '600000000000000000';
const HOUR = 3_600_000;

let budget: CreationBudget;

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

beforeEach(() => {
  budget = new CreationBudget();
  budget.startEmpty(GUILD);
});

describe('a guild that began with nothing', () => {
  test('may create 200 commands', () => {
    expect(budget.waitMs(GUILD, names('a', 200), 0)).toBe(0);
    budget.record(GUILD, names('a', 100), 0);
    expect(budget.waitMs(GUILD, names('b', 100), HOUR)).toBe(0);
  });

  test('waits for the oldest to be a day old beyond that', () => {
    budget.record(GUILD, names('a', 100), 0);
    budget.record(GUILD, names('b', 100), HOUR);

    expect(budget.waitMs(GUILD, names('c', 50), 2 * HOUR)).toBe(22 * HOUR);
    expect(budget.waitMs(GUILD, names('c', 50), 24 * HOUR)).toBe(0);
  });

  test('overwrites the commands it has for free', () => {
    budget.record(GUILD, names('a', 100), 0);
    for (let time = 0; time < 10; time += 1) budget.record(GUILD, names('a', 100), time);

    expect(budget.waitMs(GUILD, names('b', 100), HOUR)).toBe(0);
  });
});

test('takes the first list after a restart as known', () => {
  const restarted = new CreationBudget();
  restarted.record(GUILD, names('a', 100), 0);

  expect(restarted.waitMs(GUILD, names('b', 200), HOUR)).toBe(0);
});

test('counts guilds apart and forgets one that was left', () => {
  budget.record(GUILD, names('a', 200), 0);
  const other = '600000000000000001';
  budget.startEmpty(other);

  expect(budget.waitMs(other, names('b', 200), HOUR)).toBe(0);
  expect(budget.waitMs(GUILD, names('b', 1), HOUR)).toBeGreaterThan(0);
  budget.forget(GUILD);
  expect(budget.waitMs(GUILD, names('b', 1), HOUR)).toBe(0);
});
