import { expect, test } from 'vitest';
import { withMentions } from '../../src/cli/mentions.ts';

const USERS = [
  { id: '1', username: 'mallory', bot: false },
  { id: '2', username: 'mallory.the.second', bot: false },
  { id: '3', username: 'staff', bot: false },
  { id: '4', username: 'elsewhere', bot: false },
];
const GUILD = {
  id: '9',
  name: 'Demo',
  channels: [],
  members: ['1', '2', '3'].map((id) => ({ user: { id } })),
  roles: [
    { id: '9', name: '@everyone' },
    { id: '10', name: 'Night Watch' },
    { id: '11', name: 'Staff' },
    { id: '12', name: 'C++ (new)' },
  ],
};

test.each([
  ['hello @mallory', 'hello <@1>'],
  ['@MALLORY, look', '<@1>, look'],
  ['@mallory.the.second and @mallory.', '<@2> and <@1>.'],
  ['call the @night watch!', 'call the <@&10>!'],
  ['(@C++ (new))', '(<@&12>)'],
  ['@mallory@mallory', '<@1>@mallory'],
  // A member goes before a role of the same name.
  ['@staff', '<@3>'],
])('%j becomes %j', (typed, sent) => {
  expect(withMentions(typed, GUILD, USERS)).toBe(sent);
});

test.each([
  '@everyone',
  '@here',
  '@nobody',
  '@elsewhere',
  'me@mallory',
  '<@1>',
  '@malloryx',
  '@ mallory',
  '',
])('%j stays as it is', (typed) => {
  expect(withMentions(typed, GUILD, USERS)).toBe(typed);
});

test('where nobody is, nothing is a mention', () => {
  expect(withMentions('@mallory', { ...GUILD, members: [], roles: [] }, USERS)).toBe('@mallory');
});
