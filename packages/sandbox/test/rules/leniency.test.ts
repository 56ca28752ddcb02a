import { expect, test } from 'vitest';
import { edit, judge, message, type Sample } from './judge.ts';

const row = (component: object) => [{ type: 1, components: [component] }];
const button = { type: 2, style: 1, label: 'Go', custom_id: 'go' };
const long = (length: number) => 'x'.repeat(length);

const READ: readonly [string, Sample][] = [
  ['a number as text', message({ content: 42 })],
  ['digits as a number', message({ content: 'x', flags: '64' })],
  [
    'digits as a type',
    message({
      content: 'x',
      components: [{ type: '1', components: [{ ...button, type: '2', style: '1' }] }],
    }),
  ],
  ['a number as a snowflake', message({ sticker_ids: [123] })],
  ['words as a boolean', message({ content: 'x', tts: 'true', enforce_nonce: 'False' })],
  ['a number as a boolean', message({ content: 'x', tts: 0 })],
  ['white space around 2,000 characters', message({ content: ` ${long(2_000)}\n` })],
  [
    'an emoji by its id',
    message({ content: 'x', components: row({ ...button, emoji: { id: '1', name: null } }) }),
  ],
  ['an empty URL', message({ embeds: [{ title: 'x', url: '', image: { url: '' } }] })],
  ['a URL with a space', message({ embeds: [{ image: { url: 'https://a.example/b c.png' } }] })],
  [
    'a timestamp with an offset',
    message({ embeds: [{ title: 'x', timestamp: '2024-01-01T00:00:00.000000+00:00' }] }),
  ],
  ['a timestamp without a zone', message({ embeds: [{ title: 'x', timestamp: '2024-01-01T00:00:00' }] })],
  ['fields that Discord does not know', message({ content: 'x', embeds: [{ title: 'x', sparkle: true }] })],
  [
    'the parameter names of the documentation',
    { method: 'POST', template: '/channels/{channel.id}/messages', body: { content: 'x' } },
  ],
  [
    'an encoded @original',
    { method: 'PATCH', template: '/webhooks/{id}/{token}/messages/%40original', body: { content: 'x' } },
  ],
  ['an edit without a word about anything', edit({})],
  ['an edit without a body', edit(undefined)],
  [
    'a file by the old field name',
    message({ attachments: [{ id: '0' }] }, [{ field: 'file', filename: 'a.png', size: 1 }]),
  ],
  [
    'an attachment that Discord renames',
    message({ flags: 1 << 15, components: [{ type: 13, file: { url: 'attachment://my_notes.txt' } }] }, [
      { field: 'files[0]', filename: 'my notes.txt', size: 1 },
    ]),
  ],
];

test.each(READ)('%s is read as Discord reads it', (_name, sample) => {
  expect(judge(sample)).toEqual(['accepted']);
});

const NOT_READ: readonly [string, Sample, string][] = [
  [
    'a fraction as a type',
    message({ content: 'x', components: [{ ...row(button)[0], type: 1.5 }] }),
    'components.0.type: UNION_TYPE_CHOICES',
  ],
  [
    'the encoded @original too',
    {
      method: 'PATCH',
      template: '/webhooks/{id}/{token}/messages/%40original',
      body: { content: long(2_001) },
    },
    'content: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'the documentation’s names too',
    { method: 'POST', template: '/channels/{channel.id}/messages', body: {} },
    '50006',
  ],
  ['2,001 emoji', message({ content: '🎨'.repeat(2_001) }), 'content: BASE_TYPE_MAX_LENGTH'],
  [
    'an emoji with neither id nor name',
    message({ content: 'x', components: row({ ...button, emoji: { id: null } }) }),
    'components.0.components.0.emoji.name: BASE_TYPE_REQUIRED',
  ],
];

test.each(NOT_READ)('%s is refused all the same', (_name, sample, verdict) => {
  expect(judge(sample)).toEqual([verdict]);
});
