import { expect, test } from 'vitest';
import { commandName } from '../src/custom-commands/command-name.ts';
import { type FilledIn, fillIn } from '../src/custom-commands/fill-in.ts';

const values: FilledIn = { user: '<@1>', server: 'Tea *house*', channel: '<#2>', args: '', count: 3 };

test('fills in what is between braces, as often as it stands there', () => {
  expect(fillIn('{user} in {channel} of {server}: {count}, {count}', values)).toBe(
    '<@1> in <#2> of Tea \\*house\\*: 3, 3',
  );
});

test('leaves other braces as they are', () => {
  expect(fillIn('{ user } {USER} {nobody} {constructor} {{user}}', values)).toBe(
    '{ user } {USER} {nobody} {constructor} {<@1>}',
  );
});

test('does not read placeholders in what people typed, or in the name of the server', () => {
  expect(fillIn('{args} {server}', { ...values, args: '{count} {user}', server: '{args}' })).toBe(
    '{count} {user} {args}',
  );
  expect(fillIn('{args}', { ...values, args: "$& $1 $' {server}" })).toBe("$& $1 $' {server}");
});

test('shows what people typed as they typed it', () => {
  expect(fillIn('{args}', { ...values, args: '# big [free](https://evil.example) **x**' })).toBe(
    '\\# big \\[free\\](https://evil.example) \\*\\*x\\*\\*',
  );
});

test.each([
  ['Rules', 'rules'],
  [' FAQ-2_b ', 'faq-2_b'],
  ['Größe', 'größe'],
  ['cafe\u0301', 'café'],
  ['ｒｕｌｅｓ', 'rules'],
  ['ИНФО', 'инфо'],
  ['質問', '質問'],
])('reads the name %j as %j', (typed, name) => {
  expect(commandName(typed)).toBe(name);
});

test.each(['', ' ', '!rules', 'two words', 'a/b', 'x'.repeat(33), '👍', '<@1>', 'a\u200Bb', 'line\nbreak'])(
  'takes %j for no name',
  (typed) => {
    expect(commandName(typed)).toBeUndefined();
  },
);
