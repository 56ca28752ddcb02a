import { describe, expect, test } from 'vitest';
import { judge, message, type Sample } from './judge.ts';

const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: 'go', ...more });
const row = (...components: unknown[]) => ({ type: 1, components });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 'pick',
  options: [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ],
  ...more,
});
const components = (...list: unknown[]) => message({ content: 'x', components: list });

const COMPONENTS: readonly [string, Sample, string][] = [
  [
    'six rows',
    components(...times(6, (index) => row(button({ custom_id: `${index}` })))),
    'components: BASE_TYPE_MAX_LENGTH',
  ],
  ['an empty row', components(row()), 'components.0.components: BASE_TYPE_BAD_LENGTH'],
  [
    'six buttons in a row',
    components(row(...times(6, (index) => button({ custom_id: `${index}` })))),
    'components.0.components: BASE_TYPE_BAD_LENGTH',
  ],
  ['a button outside a row', components(button()), 'components.0.type: UNION_TYPE_CHOICES'],
  ['an unknown component', components({ type: 99 }), 'components.0.type: UNION_TYPE_CHOICES'],
  ['a component without type', components({ components: [] }), 'components.0.type: BASE_TYPE_REQUIRED'],
  [
    'a button beside a select',
    components(row(button(), select())),
    'components.0.components.1: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'two selects in a row',
    components(row(select(), select({ custom_id: 'other' }))),
    'components.0.components.1: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  [
    'a custom id twice',
    components(row(button()), row(button())),
    'components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a long custom id',
    components(row(button({ custom_id: long(101) }))),
    'components.0.components.0.custom_id: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a long label',
    components(row(button({ label: long(81) }))),
    'components.0.components.0.label: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button without custom id',
    components(row({ type: 2, style: 1, label: 'Go' })),
    'components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
  ],
  [
    'a button with a URL',
    components(row(button({ url: 'https://a.example' }))),
    'components.0.components.0.url: BUTTON_COMPONENT_URL_EXCLUSIVE',
  ],
  [
    'a link without URL',
    components(row({ type: 2, style: 5, label: 'Go' })),
    'components.0.components.0.url: BUTTON_COMPONENT_URL_REQUIRED',
  ],
  [
    'a link with custom id',
    components(row(button({ style: 5, url: 'https://a.example' }))),
    'components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_EXCLUSIVE',
  ],
  [
    'a link to a script',
    components(row({ type: 2, style: 5, label: 'Go', url: 'javascript://x' })),
    'components.0.components.0.url: URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a button without label and emoji',
    components(row({ type: 2, style: 1, custom_id: 'go' })),
    'components.0.components.0.label: BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
  ],
  [
    'a premium button without SKU',
    components(row({ type: 2, style: 6 })),
    'components.0.components.0.sku_id: BUTTON_COMPONENT_SKU_ID_REQUIRED',
  ],
  [
    'a style that is none',
    components(row(button({ style: 9 }))),
    'components.0.components.0.style: BASE_TYPE_CHOICES',
  ],
  [
    'an emoji of nothing',
    components(row(button({ emoji: {} }))),
    'components.0.components.0.emoji.name: BASE_TYPE_REQUIRED',
  ],
  [
    'a select without options',
    components(row(select({ options: [] }))),
    'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
  ],
  [
    '26 options',
    components(row(select({ options: times(26, (index) => ({ label: 'x', value: `${index}` })) }))),
    'components.0.components.0.options: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an option value twice',
    components(
      row(
        select({
          options: [
            { label: 'a', value: '1' },
            { label: 'b', value: '1' },
          ],
        }),
      ),
    ),
    'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'an option without label',
    components(row(select({ options: [{ value: '1' }] }))),
    'components.0.components.0.options.0.label: BASE_TYPE_REQUIRED',
  ],
  [
    'more values than options',
    components(row(select({ max_values: 3 }))),
    'components.0.components.0.options: BASE_TYPE_MIN_LENGTH',
  ],
  [
    'a minimum above the options',
    components(row(select({ min_values: 3 }))),
    'components.0.components.0.options: BASE_TYPE_MIN_LENGTH',
  ],
  [
    'a minimum above the maximum',
    components(row(select({ min_values: 2, max_values: 1 }))),
    'components.0.components.0.max_values: NUMBER_TYPE_MIN',
  ],
  [
    'too many defaults',
    components(
      row(
        select({
          options: [
            { label: 'a', value: '1', default: true },
            { label: 'b', value: '2', default: true },
          ],
        }),
      ),
    ),
    'components.0.components.0.options: SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES',
  ],
  [
    'a long placeholder',
    components(row(select({ placeholder: long(151) }))),
    'components.0.components.0.placeholder: BASE_TYPE_MAX_LENGTH',
  ],
];

describe('broken rows, buttons and selects', () => {
  test.each(COMPONENTS)('%s is refused', (_name, sample, verdict) => {
    expect(judge(sample)).toEqual([verdict]);
  });
});
