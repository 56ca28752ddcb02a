import { expect, test } from 'vitest';
import { commands, judge } from './judge.ts';

const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const command = (more: object = {}) => ({ name: 'warn', description: 'Warns a member', ...more });
const menu = (more: object = {}) => ({ type: 2, name: 'User info', ...more });

test('a list of commands may be full', () => {
  const list = [
    ...times(100, (index) => command({ name: `c${index}` })),
    ...times(15, (index) => menu({ name: `c${index}` })),
    ...times(15, (index) => menu({ type: 3, name: `c${index}` })),
  ];

  expect(judge(commands(...list))).toEqual(['accepted']);
});

test('the faults of all commands are told before their number', () => {
  const list = [...times(101, (index) => command({ name: `c${index}` })), command({ name: 'Odd' })];

  expect(judge(commands(...list))).toEqual(['101.name: APPLICATION_COMMAND_INVALID_NAME']);
});

test('commands of different types may have one name', () => {
  expect(judge(commands(command(), menu({ name: 'warn' }), menu({ name: 'warn', type: 3 })))).toEqual([
    'accepted',
  ]);
});
