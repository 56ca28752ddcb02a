import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { APIApplicationCommand } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { commandEntries } from '../../web/src/interactions/command-picker/command-entry.ts';
import { commandSections } from '../../web/src/interactions/command-picker/command-sections.ts';

const { Subcommand } = ApplicationCommandOptionType;

function command(
  name: string,
  parts: Partial<Pick<APIApplicationCommand, 'id' | 'guild_id' | 'options'>> = {},
): APIApplicationCommand {
  return {
    id: name,
    application_id: '1',
    version: '1',
    type: 1,
    name,
    description: `Does ${name}.`,
    default_member_permissions: null,
    ...parts,
  };
}

const COMMANDS = [
  command('warn', { guild_id: '2' }),
  command('help'),
  command('case', {
    guild_id: '2',
    options: ['view', 'list'].map((name) => ({ type: Subcommand, name, description: name })),
  }),
  command('ban', { guild_id: '2' }),
];
const CORE = { title: 'Core', commands: [{ name: 'help', type: 1 }] };
const MODERATION = { title: 'Moderation', commands: ['case', 'warn'].map((name) => ({ name, type: 1 })) };

/** What the picker shows for a text: headings with the lines below them. */
function shown(groups: Parameters<typeof commandSections>[2]['groups'], text = '', commands = COMMANDS) {
  return commandSections(commandEntries(commands), text, { botName: 'Twi', groups }).map(
    ({ title, entries }) => [title, entries.map(({ line }) => line)],
  );
}

test('while nothing was told, commands stand where they are registered', () => {
  expect(shown([])).toEqual([
    ['Twi · in this server', ['ban', 'case list', 'case view', 'warn']],
    ['Twi · everywhere', ['help']],
  ]);
});

test('plugins stand in the order in which they were told, with their subcommands', () => {
  const rest = ['Twi · in this server', ['ban']];
  const core = ['Core', ['help']];
  const moderation = ['Moderation', ['case list', 'case view', 'warn']];
  expect(shown([CORE, MODERATION])).toEqual([core, moderation, rest]);
  expect(shown([MODERATION, CORE])).toEqual([moderation, core, rest]);
});

test('a plugin of which nothing matches has no heading', () => {
  expect(shown([CORE, MODERATION], 'case')).toEqual([['Moderation', ['case list', 'case view']]]);
});

test('a plugin whose menu has the name of a typed command does not take it', () => {
  const menus = { title: 'Menus', commands: [{ name: 'ban', type: 2 }] };
  expect(shown([menus, CORE, MODERATION]).at(-1)).toEqual(['Twi · in this server', ['ban']]);
});

test('plugins of one title share a heading', () => {
  const bans = { title: 'Moderation', commands: [{ name: 'ban', type: 1 }] };
  expect(shown([MODERATION, CORE, bans])).toEqual([
    ['Moderation', ['ban', 'case list', 'case view', 'warn']],
    ['Core', ['help']],
  ]);
});

test('a command of the server and one of everywhere with one name both stand under their plugin', () => {
  const twice = [command('help'), command('help', { guild_id: '2', id: 'help-2' })];
  expect(shown([CORE], '', twice)).toEqual([['Core', ['help', 'help']]]);
});
