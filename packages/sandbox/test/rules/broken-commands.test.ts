import { describe, expect, test } from 'vitest';
import { COMMANDS, commands, judge, type Sample } from './judge.ts';

const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const command = (more: object = {}) => ({ name: 'warn', description: 'Warns a member', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'reason', description: 'Why', ...more });
const withOptions = (...options: unknown[]) => commands(command({ options }));
const menu = (more: object = {}) => ({ type: 2, name: 'User info', ...more });

const TABLE: readonly [string, Sample, string | string[]][] = [
  ['a name with a capital', commands(command({ name: 'Warn' })), '0.name: APPLICATION_COMMAND_INVALID_NAME'],
  [
    'a name with a space',
    commands(command({ name: 'warn me' })),
    ['0.name: STRING_TYPE_REGEX', '0.name: APPLICATION_COMMAND_INVALID_NAME'],
  ],
  [
    'a name with a sign',
    commands(command({ name: 'warn!' })),
    ['0.name: STRING_TYPE_REGEX', '0.name: APPLICATION_COMMAND_INVALID_NAME'],
  ],
  ['an empty name', commands(command({ name: '' })), '0.name: BASE_TYPE_BAD_LENGTH'],
  ['a long name', commands(command({ name: long(33) })), '0.name: BASE_TYPE_BAD_LENGTH'],
  ['no name', commands({ description: 'x' }), '0.name: BASE_TYPE_REQUIRED'],
  ['no description', commands({ name: 'warn' }), '0.description: BASE_TYPE_REQUIRED'],
  ['an empty description', commands(command({ description: '' })), '0.description: BASE_TYPE_REQUIRED'],
  [
    'a long description',
    commands(command({ description: long(101) })),
    '0.description: BASE_TYPE_MAX_LENGTH',
  ],
  ['a name twice', commands(command(), command()), '1: APPLICATION_COMMANDS_DUPLICATE_NAME'],
  [
    'a menu with a description',
    commands(menu({ description: 'x' })),
    '0.description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_EMPTY',
  ],
  [
    'a menu with options',
    commands(menu({ options: [option()] })),
    '0.options: APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_EMPTY',
  ],
  ['a fifth type', commands(command({ type: 5 })), '0.type: BASE_TYPE_CHOICES'],
  [
    '26 options',
    withOptions(...times(26, (index) => option({ name: `o${index}` }))),
    '0.options: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an option without description',
    withOptions({ type: 3, name: 'reason' }),
    '0.options.0.description: BASE_TYPE_REQUIRED',
  ],
  [
    'an option without type',
    withOptions({ name: 'reason', description: 'x' }),
    '0.options.0.type: BASE_TYPE_REQUIRED',
  ],
  ['an unknown option type', withOptions(option({ type: 42 })), '0.options.0.type: UNION_TYPE_CHOICES'],
  [
    'an option with a capital',
    withOptions(option({ name: 'Reason' })),
    '0.options.0.name: APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'an option twice',
    withOptions(option(), option()),
    '0.options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
  ],
  [
    'required after optional',
    withOptions(option(), option({ name: 'b', required: true })),
    '0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'required after optional in a subcommand',
    withOptions({
      type: 1,
      name: 'list',
      description: 'x',
      options: [option(), option({ name: 'b', required: true })],
    }),
    '0.options.0.options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
  ],
  [
    'a subcommand beside an option',
    withOptions(option(), { type: 1, name: 'list', description: 'x' }),
    '0.options.1: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
  ],
  [
    'a group in a group',
    withOptions({
      type: 2,
      name: 'a',
      description: 'x',
      options: [{ type: 2, name: 'b', description: 'x', options: [] }],
    }),
    '0.options.0.options.0.type: BASE_TYPE_CHOICES',
  ],
  [
    '26 choices',
    withOptions(option({ choices: times(26, (index) => ({ name: `${index}`, value: `${index}` })) })),
    '0.options.0.choices: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a long choice',
    withOptions(option({ choices: [{ name: long(101), value: 'x' }] })),
    '0.options.0.choices.0.name: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a long choice value',
    withOptions(option({ choices: [{ name: 'x', value: long(101) }] })),
    '0.options.0.choices.0.value: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a text among numbers',
    withOptions(option({ type: 4, choices: [{ name: 'x', value: 'one' }] })),
    '0.options.0.choices.0.value: NUMBER_TYPE_COERCE',
  ],
  [
    'choices with autocomplete',
    withOptions(option({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })),
    '0.options.0.autocomplete: APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE',
  ],
  [
    'a length over 6,000',
    withOptions(option({ max_length: 6_001 })),
    '0.options.0.max_length: NUMBER_TYPE_MAX',
  ],
  [
    'a language that is none',
    commands(command({ name_localizations: { xx: 'warn' } })),
    '0.name_localizations.xx: BASE_TYPE_CHOICES',
  ],
  [
    'a translated name with a capital',
    commands(command({ name_localizations: { de: 'Warnen' } })),
    '0.name_localizations.de: APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'a choice in no language',
    withOptions(option({ choices: [{ name: 'x', value: 'x', name_localizations: { en: 'x' } }] })),
    '0.options.0.choices.0.name_localizations.en: BASE_TYPE_CHOICES',
  ],
  [
    'over 8,000 characters',
    withOptions(
      ...times(20, (index) =>
        option({
          name: `o${index}`,
          choices: times(5, (choice) => ({ name: long(80), value: `${choice}` })),
        }),
      ),
    ),
    '0: APPLICATION_COMMAND_TOO_LARGE',
  ],
  ['101 chat commands', commands(...times(101, (index) => command({ name: `c${index}` }))), '30032'],
  ['16 user commands', commands(...times(16, (index) => menu({ name: `c${index}` }))), '30032'],
  ['16 message commands', commands(...times(16, (index) => menu({ type: 3, name: `c${index}` }))), '30032'],
  [
    'a single command with a capital',
    { method: 'POST', template: COMMANDS, body: command({ name: 'Warn' }) },
    'name: APPLICATION_COMMAND_INVALID_NAME',
  ],
  [
    'an update to an option with a capital',
    { method: 'PATCH', template: `${COMMANDS}/{command_id}`, body: { options: [option({ name: 'A' })] } },
    'options.0.name: APPLICATION_COMMAND_INVALID_NAME',
  ],
];

describe('broken commands', () => {
  test.each(TABLE)('%s is refused', (_name, sample, verdict) => {
    expect(judge(sample)).toEqual([verdict].flat());
  });
});
