import { expect, test } from 'vitest';
import { readAction } from '../../src/cli/action.ts';

test.each([
  ['/warn user:@mallory', { kind: 'command', line: '/warn user:@mallory' }],
  ['hello there', { kind: 'message', content: 'hello there' }],
  ['click', { kind: 'message', content: 'click' }],
  ['clicking is fun', { kind: 'message', content: 'clicking is fun' }],
  ['say click here', { kind: 'message', content: 'click here' }],
  ['click Next', { kind: 'click', button: 'Next' }],
  ['click Show all', { kind: 'click', button: 'Show all' }],
  ['click "Show all"', { kind: 'click', button: 'Show all' }],
  ['select Kind = ban, kick', { kind: 'select', menu: 'Kind', values: ['ban', 'kick'] }],
  ['select case:kind=ban', { kind: 'select', menu: 'case:kind', values: ['ban'] }],
  ['commands', { kind: 'commands' }],
  ['look', { kind: 'look' }],
  ['say look', { kind: 'message', content: 'look' }],
  ['menu Report last', { kind: 'menu', name: 'Report', target: 'last' }],
  [
    'submit 123456789012345678 title=Sunset url=https://a.example/b',
    { kind: 'submit', form: '123456789012345678', values: { title: 'Sunset', url: 'https://a.example/b' } },
  ],
  [
    'submit 123456789012345678 title="A \\"red\\" sunset" note=',
    { kind: 'submit', form: '123456789012345678', values: { title: 'A "red" sunset', note: '' } },
  ],
  ['menu User info @mallory', { kind: 'menu', name: 'User info', target: '@mallory' }],
  ['menu Report on 123456789012345678', { kind: 'menu', name: 'Report', target: '123456789012345678' }],
])('%s is read', (text, action) => {
  expect(readAction(text)).toEqual(action);
});

test.each([
  [
    '',
    'Say what to do: a command (/ping), a message, or one of: click, select, submit, menu, commands, look. "--help" lists all.',
  ],
  ['select Kind', 'Write: select <placeholder or custom id> = <value>, <value>'],
  ['submit Sunset', 'Write: submit <number of the form> <field>="its text" <field>="…"'],
  ['menu User info', 'Write: menu <entry> @member, menu <entry> <message id> or menu <entry> last'],
])('"%s" is refused with what to write', (text, message) => {
  expect(() => readAction(text)).toThrow(message);
});
