import { type APIApplicationCommand, ApplicationCommandType as Type } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { listCommands } from '../../src/cli/list-commands.ts';

const command = (name: string, type: Type = Type.ChatInput): APIApplicationCommand => ({
  id: '1',
  application_id: '2',
  version: '3',
  default_member_permissions: null,
  description: type === Type.ChatInput ? `Does ${name}` : '',
  name,
  type,
});
const COMMANDS = [command('warn'), command('ping'), command('odd'), command('Warn author', Type.Message)];

test('commands stand under the part of the bot that told of them, in its order, the rest at the end', () => {
  const groups = [
    { title: 'General', commands: [{ name: 'ping', type: 1 }] },
    {
      title: 'Moderation',
      commands: [
        { name: 'warn', type: 1 },
        { name: 'Warn author', type: 3 },
      ],
    },
    { title: 'Hidden', commands: [{ name: 'secret', type: 1 }] },
  ];

  expect(listCommands(COMMANDS, groups)).toBe(
    [
      'General\n  /ping  Does ping',
      'Moderation\n  /warn  Does warn\n  menu Warn author',
      'Others\n  /odd  Does odd',
    ].join('\n\n'),
  );
});

test('where the bot told nothing, there are no headings', () => {
  expect(listCommands([command('ping')], [])).toBe('/ping  Does ping');
});

test('a name alone does not make a menu entry of a typed command', () => {
  const groups = [{ title: 'Menus', commands: [{ name: 'ping', type: 2 }] }];

  expect(listCommands([command('ping')], groups)).toBe('/ping  Does ping');
});

test('nothing to choose from is said', () => {
  expect(listCommands([], [])).toBe('There is no command that you may use here.');
});
