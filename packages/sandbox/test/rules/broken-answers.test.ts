import { describe, expect, test } from 'vitest';
import { callback, judge, type Sample } from './judge.ts';

const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const modal = (...components: unknown[]) => callback(9, { custom_id: 'form', title: 'Form', components });
const input = (more: object = {}) => ({ type: 4, custom_id: 'a', style: 1, label: 'Name', ...more });
const row = (...components: unknown[]) => ({ type: 1, components });
const label = (component: object) => ({ type: 18, label: 'Pick', component });
const choices = (...list: unknown[]) => callback(8, { choices: list });

const ANSWERS: readonly [string, Sample, string][] = [
  ['no type', callback(undefined), 'type: BASE_TYPE_REQUIRED'],
  ['an unknown type', callback(99), 'type: BASE_TYPE_CHOICES'],
  ['an empty answer', callback(4, {}), '50006'],
  ['an answer without data', callback(4), 'data: BASE_TYPE_REQUIRED'],
  [
    'an answer over 2,000 characters',
    callback(4, { content: long(2_001) }),
    'data.content: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an answer with an empty embed',
    callback(4, { embeds: [{}] }),
    'data.embeds.0.description: BASE_TYPE_REQUIRED',
  ],
  [
    'an update over 2,000 characters',
    callback(7, { content: long(2_001) }),
    'data.content: BASE_TYPE_MAX_LENGTH',
  ],
  ['a deferred answer with other flags', callback(5, { flags: 4 }), 'data.flags: BASE_TYPE_CHOICES'],
  [
    '26 suggestions',
    choices(...times(26, (index) => ({ name: `${index}`, value: `${index}` }))),
    'data.choices: BASE_TYPE_MAX_LENGTH',
  ],
  ['a suggestion without value', choices({ name: 'x' }), 'data.choices.0.value: BASE_TYPE_REQUIRED'],
  [
    'a suggestion without name',
    choices({ name: '', value: 'x' }),
    'data.choices.0.name: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a long suggestion',
    choices({ name: 'x', value: long(101) }),
    'data.choices.0.value: BASE_TYPE_MAX_LENGTH',
  ],
];

const MODALS: readonly [string, Sample, string][] = [
  ['no data', callback(9), 'data: BASE_TYPE_REQUIRED'],
  ['no title', callback(9, { custom_id: 'x', components: [row(input())] }), 'data.title: BASE_TYPE_REQUIRED'],
  [
    'a long title',
    callback(9, { custom_id: 'x', title: long(46), components: [row(input())] }),
    'data.title: BASE_TYPE_BAD_LENGTH',
  ],
  ['no components', modal(), 'data.components: BASE_TYPE_BAD_LENGTH'],
  [
    'six rows',
    modal(...times(6, (index) => row(input({ custom_id: `${index}` })))),
    'data.components: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'two inputs in a row',
    modal(row(input(), input({ custom_id: 'b' }))),
    'data.components.0.components.1: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'a custom id twice',
    modal(row(input()), row(input())),
    'data.components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'an input without label',
    modal(row({ type: 4, custom_id: 'a', style: 1 })),
    'data.components.0.components.0.label: BASE_TYPE_REQUIRED',
  ],
  [
    'a long label',
    modal(row(input({ label: long(46) }))),
    'data.components.0.components.0.label: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a style that is none',
    modal(row(input({ style: 3 }))),
    'data.components.0.components.0.style: BASE_TYPE_CHOICES',
  ],
  [
    'a length over 4,000',
    modal(row(input({ max_length: 4_001 }))),
    'data.components.0.components.0.max_length: NUMBER_TYPE_MAX',
  ],
  [
    'a minimum above the maximum',
    modal(row(input({ min_length: 5, max_length: 4 }))),
    'data.components.0.components.0.max_length: NUMBER_TYPE_MIN',
  ],
  [
    'a value over the maximum',
    modal(row(input({ max_length: 4, value: 'fives' }))),
    'data.components.0.components.0.value: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a button in a modal',
    modal(row({ type: 2, style: 1, custom_id: 'x', label: 'x' })),
    'data.components.0.components.0.type: BASE_TYPE_CHOICES',
  ],
  [
    'a label with a select of nothing',
    modal(label({ type: 3, custom_id: 'a', options: [] })),
    'data.components.0.component.options: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a label with an option twice',
    modal(
      label({
        type: 3,
        custom_id: 'a',
        options: [
          { label: 'a', value: '1' },
          { label: 'b', value: '1' },
        ],
      }),
    ),
    'data.components.0.component.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
];

describe('broken answers', () => {
  test.each(ANSWERS)('%s is refused', (_name, sample, verdict) => {
    expect(judge(sample)).toEqual([verdict]);
  });
});
describe('broken modals', () => {
  test.each(MODALS)('%s is refused', (_name, sample, verdict) => {
    expect(judge(sample)).toEqual([verdict]);
  });
});
