import { describe, expect, test } from 'vitest';
import { judge, message, type Sample } from './judge.ts';

const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const embed = (fields: object) => message({ embeds: [fields] });

const EMBEDS: readonly [string, Sample, string][] = [
  ['eleven embeds', message({ embeds: times(11, () => ({ title: 'x' })) }), 'embeds: BASE_TYPE_MAX_LENGTH'],
  ['an empty embed', embed({}), 'embeds.0.description: BASE_TYPE_REQUIRED'],
  [
    'an embed of colour only',
    embed({ color: 1, title: '', fields: [] }),
    'embeds.0.description: BASE_TYPE_REQUIRED',
  ],
  ['a long title', embed({ title: long(257) }), 'embeds.0.title: BASE_TYPE_MAX_LENGTH'],
  ['a long description', embed({ description: long(4_097) }), 'embeds.0.description: BASE_TYPE_MAX_LENGTH'],
  ['a long footer', embed({ footer: { text: long(2_049) } }), 'embeds.0.footer.text: BASE_TYPE_MAX_LENGTH'],
  ['a long author', embed({ author: { name: long(257) } }), 'embeds.0.author.name: BASE_TYPE_MAX_LENGTH'],
  [
    '26 fields',
    embed({ fields: times(26, () => ({ name: 'a', value: 'b' })) }),
    'embeds.0.fields: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field without value',
    embed({ fields: [{ name: 'a' }] }),
    'embeds.0.fields.0.value: BASE_TYPE_REQUIRED',
  ],
  [
    'an empty value',
    embed({
      fields: [
        { name: 'a', value: 'b' },
        { name: 'a', value: '' },
      ],
    }),
    'embeds.0.fields.1.value: BASE_TYPE_REQUIRED',
  ],
  [
    'a blank name',
    embed({ fields: [{ name: '  ', value: 'b' }] }),
    'embeds.0.fields.0.name: BASE_TYPE_REQUIRED',
  ],
  [
    'a long value',
    embed({ fields: [{ name: 'a', value: long(1_025) }] }),
    'embeds.0.fields.0.value: BASE_TYPE_MAX_LENGTH',
  ],
  [
    '6,001 characters in one embed',
    embed({ description: long(4_000), footer: { text: long(2_001) } }),
    'embeds: MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    '6,001 characters in two embeds',
    message({ embeds: [{ description: long(3_000) }, { description: long(3_001) }] }),
    'embeds: MAX_EMBED_SIZE_EXCEEDED',
  ],
  ['a colour beyond white', embed({ title: 'x', color: 0x1_00_00_00 }), 'embeds.0.color: NUMBER_TYPE_MAX'],
  ['a negative colour', embed({ title: 'x', color: -1 }), 'embeds.0.color: NUMBER_TYPE_MIN'],
  ['a URL that is none', embed({ title: 'x', url: 'nowhere' }), 'embeds.0.url: URL_TYPE_INVALID_URL'],
  [
    'a URL of another scheme',
    embed({ title: 'x', url: 'ftp://a.example/b' }),
    'embeds.0.url: URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a URL to an attachment',
    embed({ title: 'x', url: 'attachment://a.png' }),
    'embeds.0.url: URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a picture from a disk',
    embed({ image: { url: 'file:///a.png' } }),
    'embeds.0.image.url: URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a picture as data',
    embed({ thumbnail: { url: 'data:image/png;base64,AA' } }),
    'embeds.0.thumbnail.url: URL_TYPE_INVALID_SCHEME',
  ],
  [
    'a timestamp that is none',
    embed({ title: 'x', timestamp: 'yesterday' }),
    'embeds.0.timestamp: DATE_TIME_TYPE_PARSE',
  ],
  ['an embed that is a text', message({ embeds: ['x'] }), 'embeds.0: MODEL_TYPE_CONVERT'],
  ['embeds that are no list', message({ embeds: { title: 'x' } }), 'embeds: LIST_TYPE_CONVERT'],
];

describe('broken embeds', () => {
  test.each(EMBEDS)('%s is refused', (_name, sample, verdict) => {
    expect(judge(sample)).toEqual([verdict]);
  });
});
