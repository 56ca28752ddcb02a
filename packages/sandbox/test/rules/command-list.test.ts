import { describe, expect, test } from 'vitest';
import { validateCommands } from '../../src/rules/commands.ts';
import { DiscordError } from '../../src/rules/discord-error.ts';

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const command = (more: object = {}) => ({ name: 'warn', description: 'Warns a member', ...more });
const menu = (more: object = {}) => ({ type: 2, name: 'User info', ...more });

const refusal = (list: unknown[]) => {
  try {
    validateCommands(list);
    return undefined;
  } catch (error) {
    return error instanceof DiscordError ? error.body.code : error;
  }
};

describe('a list of commands by itself', () => {
  test('is refused for a broken form', () => {
    expect(refusal([command(), { name: 'x' }])).toBe(50_035);
  });

  test('is refused for more than Discord keeps', () => {
    expect(refusal(times(101, (index) => command({ name: `c${index}` })))).toBe(30_032);
  });

  test('may be full', () => {
    const list = [
      ...times(100, (index) => command({ name: `c${index}` })),
      ...times(15, (index) => menu({ name: `c${index}` })),
      ...times(15, (index) => menu({ type: 3, name: `c${index}` })),
    ];

    expect(refusal(list)).toBeUndefined();
  });
});
