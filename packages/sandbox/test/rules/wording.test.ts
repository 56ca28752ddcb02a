import { expect, test } from 'vitest';
import { DiscordError, type ErrorTree } from '../../src/rules/discord-error.ts';
import { validateRequest } from '../../src/rules/validate-request.ts';
import { callback, commands, message, type Sample } from './judge.ts';

const long = (length: number) => 'x'.repeat(length);
const select = (more: object) =>
  message({
    content: 'x',
    components: [
      { type: 1, components: [{ type: 3, custom_id: 'a', options: [{ label: 'a', value: 'a' }], ...more }] },
    ],
  });

const TABLE: readonly [string, Sample, string][] = [
  ['a missing field', commands({ description: 'x' }), 'This field is required'],
  ['a text that is too long', message({ content: long(2_001) }), 'Must be 2000 or fewer in length.'],
  ['a text outside its bounds', select({ custom_id: long(101) }), 'Must be between 1 and 100 in length.'],
  ['a list outside its bounds', select({ options: [] }), 'Must be between 1 and 25 in length.'],
  ['a number that is too large', select({ max_values: 26 }), 'int value should be less than or equal to 25.'],
  [
    'a number that is too small',
    select({ max_values: 0 }),
    'int value should be greater than or equal to 1.',
  ],
  ['too few options', select({ max_values: 2 }), 'Must be at least 2 in length.'],
  [
    'a value that is not known',
    message({ content: 'x', allowed_mentions: { parse: ['all'] } }),
    'Value must be one of (users, roles, everyone).',
  ],
  [
    'a type that is not known',
    callback(9, { custom_id: 'a', title: 'a', components: [{ type: 99 }] }),
    'Value of field "type" must be one of (1, 18, 10).',
  ],
  ['a text that is an object', message({ content: { a: 1 } }), 'Could not interpret "{"a":1}" as string.'],
  ['a number that is a word', message({ content: 'x', flags: 'none' }), 'Value "none" is not int.'],
  [
    'a snowflake that is a word',
    message({ content: 'x', sticker_ids: ['wave'] }),
    'Value "wave" is not snowflake.',
  ],
  ['a boolean that is a word', message({ content: 'x', tts: 'perhaps' }), 'Must be either true or false.'],
  ['a list that is an object', message({ embeds: {} }), 'Only iterables may be used in a ListType'],
  ['a model that is a text', message({ embeds: ['x'] }), 'Only dictionaries may be used in a ModelType'],
  [
    'translations that are a list',
    commands({ name: 'a', description: 'b', name_localizations: [] }),
    'Only dictionaries may be used in a DictType',
  ],
  ['a URL that is none', message({ embeds: [{ title: 'x', url: 'x' }] }), 'Not a well formed URL.'],
  [
    'a URL elsewhere',
    message({ embeds: [{ title: 'x', url: 'FTP://a.example' }] }),
    `Scheme "ftp" must be one of ('http', 'https').`,
  ],
  [
    'a picture elsewhere',
    message({ embeds: [{ image: { url: 'ftp://a.example' } }] }),
    `Scheme "ftp" must be one of ('http', 'https', 'attachment').`,
  ],
  [
    'a moment that is none',
    message({ embeds: [{ title: 'x', timestamp: 'noon' }] }),
    'Could not parse noon. Should be ISO8601.',
  ],
  [
    'too many characters in embeds',
    message({ embeds: [{ description: long(4_096) }, { description: long(4_096) }] }),
    'Embed size exceeds maximum size of 6000',
  ],
  [
    'mentions in conflict',
    message({ content: 'x', allowed_mentions: { parse: ['roles'], roles: ['1'] } }),
    'parse:["roles"] and roles: [ids...] are mutually exclusive.',
  ],
  ['a name that is wrong', commands({ name: 'Warn', description: 'x' }), 'Command name is invalid'],
];

test.each(TABLE)('%s is told in Discord’s words', (_name, sample, words) => {
  expect(wordsAbout(sample)).toEqual([words]);
});

test('an empty message is told in Discord’s words', () => {
  expect(wordsAbout(message({}))).toEqual(['Cannot send an empty message']);
});

test('too many commands are told in Discord’s words', () => {
  const list = Array.from({ length: 101 }, (_, index) => ({ name: `c${index}`, description: 'x' }));

  expect(wordsAbout(commands(...list))).toEqual(['Maximum number of application commands reached (100)']);
});

function wordsAbout(sample: Sample): string[] {
  try {
    validateRequest({ query: {}, body: undefined, files: [], ...sample });
    return [];
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    return error.body.errors ? messagesOf(error.body.errors) : [error.message];
  }
}

function messagesOf(tree: ErrorTree): string[] {
  return Object.values(tree).flatMap((below) =>
    Array.isArray(below) ? below.map((fault) => fault.message) : messagesOf(below),
  );
}
