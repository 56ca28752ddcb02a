import { describe, expect, test } from 'vitest';
import { edit, file, judge, message, type Sample } from './judge.ts';

const long = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));
const poll = (fields: object) =>
  message({ poll: { question: { text: 'Tea?' }, answers: [{ poll_media: { text: 'Yes' } }], ...fields } });

const CONTENT: readonly [string, Sample, string][] = [
  ['content over 2,000 characters', message({ content: long(2_001) }), 'content: BASE_TYPE_MAX_LENGTH'],
  ['content over 4,000 characters', message({ content: long(4_001) }), 'content: BASE_TYPE_MAX_LENGTH'],
  ['content that is an object', message({ content: {} }), 'content: STRING_TYPE_CONVERT'],
  ['an empty body', message({}), '50006'],
  ['no body', message(undefined), '50006'],
  ['content of white space', message({ content: ' \n\t ' }), '50006'],
  ['empty lists', message({ content: '', embeds: [], components: [], sticker_ids: [] }), '50006'],
  ['a reply that says nothing', message({ message_reference: { message_id: '1' } }), '50006'],
  ['a nonce over 25 characters', message({ content: 'x', nonce: long(26) }), 'nonce: BASE_TYPE_MAX_LENGTH'],
  ['four stickers', message({ sticker_ids: ['1', '2', '3', '4'] }), 'sticker_ids: BASE_TYPE_MAX_LENGTH'],
  ['a sticker that is no snowflake', message({ sticker_ids: ['wave'] }), 'sticker_ids.0: NUMBER_TYPE_COERCE'],
  ['flags that are a word', message({ content: 'x', flags: 'Ephemeral' }), 'flags: NUMBER_TYPE_COERCE'],
  ['a text for a boolean', message({ content: 'x', tts: 'maybe' }), 'tts: BOOLEAN_TYPE_CONVERT'],
  [
    'a reply to no message',
    message({ content: 'x', message_reference: {} }),
    'message_reference.message_id: BASE_TYPE_REQUIRED',
  ],
  [
    'a reference of a third kind',
    message({ content: 'x', message_reference: { type: 2, message_id: '1' } }),
    'message_reference.type: BASE_TYPE_CHOICES',
  ],
  ['an edit over 2,000 characters', edit({ content: long(2_001) }), 'content: BASE_TYPE_MAX_LENGTH'],
  [
    'parsed and listed users',
    message({ content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } }),
    'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'parsed and listed roles',
    message({ content: 'x', allowed_mentions: { parse: ['roles'], roles: ['1'] } }),
    'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'an unknown kind of mention',
    message({ content: 'x', allowed_mentions: { parse: ['here'] } }),
    'allowed_mentions.parse.0: BASE_TYPE_CHOICES',
  ],
  [
    'over 100 mentioned users',
    message({ content: 'x', allowed_mentions: { users: times(101, String) } }),
    'allowed_mentions.users: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an attachment without a file',
    message({ content: 'x', attachments: [{ id: '0', filename: 'a.png' }] }),
    'attachments.0.id: ATTACHMENT_NOT_FOUND',
  ],
  [
    'a second attachment without a file',
    message({ attachments: [{ id: 0 }, { id: 1 }] }, [file('a.png')]),
    'attachments.1.id: ATTACHMENT_NOT_FOUND',
  ],
  [
    'eleven files',
    message(
      {},
      times(11, (index) => file('a.png', index)),
    ),
    'files: BASE_TYPE_MAX_LENGTH',
  ],
];

const POLLS: readonly [string, Sample, string][] = [
  ['a question without text', poll({ question: {} }), 'poll.question.text: BASE_TYPE_REQUIRED'],
  ['a long question', poll({ question: { text: long(301) } }), 'poll.question.text: BASE_TYPE_BAD_LENGTH'],
  ['no answers', poll({ answers: [] }), 'poll.answers: BASE_TYPE_BAD_LENGTH'],
  [
    'eleven answers',
    poll({ answers: times(11, () => ({ poll_media: { text: 'x' } })) }),
    'poll.answers: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a long answer',
    poll({ answers: [{ poll_media: { text: long(56) } }] }),
    'poll.answers.0.poll_media.text: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an empty answer',
    poll({ answers: [{ poll_media: {} }] }),
    'poll.answers.0.poll_media.text: BASE_TYPE_REQUIRED',
  ],
  ['a poll of 33 days', poll({ duration: 33 * 24 }), 'poll.duration: NUMBER_TYPE_MAX'],
];

describe('broken content', () => {
  test.each(CONTENT)('%s is refused', (_name, sample, verdict) => {
    expect(judge(sample)).toEqual([verdict]);
  });
});
describe('broken polls', () => {
  test.each(POLLS)('%s is refused', (_name, sample, verdict) => {
    expect(judge(sample)).toEqual([verdict]);
  });
});
