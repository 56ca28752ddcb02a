import { expect, test } from 'vitest';
import { contributionDescriptions, DEFAULT_CONTRIBUTIONS, parseContributions } from '../src/contributions.ts';

test('reads a list, however it is separated', () => {
  expect(parseContributions('job, table  setting')).toEqual(new Set(['job', 'table', 'setting']));
});

test('adds what a contribution cannot do without', () => {
  expect(parseContributions('button')).toEqual(new Set(['button', 'command', 'table']));
});

test('starts with a command, a listener, a setting and a table', () => {
  expect(parseContributions(DEFAULT_CONTRIBUTIONS)).toEqual(
    new Set(['command', 'listener', 'setting', 'table']),
  );
});

test('describes every contribution that it accepts', () => {
  for (const [name, description] of contributionDescriptions) {
    expect(parseContributions(name)).toContain(name);
    expect(description).not.toBe('');
  }
});

test.each(['commands', 'constructor', 'Table'])('refuses %s and says what is accepted', (word) => {
  expect(() => parseContributions(`table,${word}`)).toThrow(
    `A plugin cannot add "${word}". Give one or more of command, button, listener, table, job, setting, separated by commas.`,
  );
});

test('refuses a plugin that adds nothing', () => {
  expect(() => parseContributions(' , ')).toThrow('A plugin adds something: one or more of command,');
});
