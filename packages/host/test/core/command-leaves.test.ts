import { Command, CommandStore, SapphireClient } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { definePlugin, type PieceClass } from '@twi/sdk';
import { ApplicationCommandType, PermissionFlagsBits } from 'discord.js';
import { beforeAll, expect, test } from 'vitest';
import { collectCommands } from '../../src/commands/collect-commands.ts';
import { commandLeaves } from '../../src/core/command-leaves.ts';
import { givenPlugin } from '../../src/discovery/discover.ts';
import type { HelpEntry } from '../../src/core/help-entry.ts';
import type { PluginRecord } from '../../src/plugin-record.ts';

const plugin = definePlugin({ id: 'mod', title: 'Moderation', description: 'Moderates.' });
const record: PluginRecord = {
  id: 'mod',
  discovered: givenPlugin({ plugin, version: '1.0.0' }),
  state: 'loaded',
  pieces: [],
  commands: [],
};

class CaseCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Cases.',
      node: 'mod.cases',
      example: '/case view number: 3',
      subcommands: [
        { name: 'view', chatInputRun: async () => {} },
        {
          name: 'note',
          type: 'group',
          entries: [
            { name: 'add', chatInputRun: async () => {}, node: 'mod.notes' },
            { name: 'list', chatInputRun: async () => {} },
          ],
        },
      ],
    });
  }
  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('case')
        .setDescription('Cases.')
        .addSubcommand((sub) =>
          sub
            .setName('view')
            .setDescription('Shows a case.')
            .addIntegerOption((option) => option.setName('number').setDescription('Which').setRequired(true)),
        )
        .addSubcommandGroup((group) =>
          group
            .setName('note')
            .setDescription('Notes.')
            .addSubcommand((sub) => sub.setName('add').setDescription('Adds a note.'))
            .addSubcommand((sub) => sub.setName('list').setDescription('Lists notes.')),
        ),
    );
  }
}

class KickCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('kick')
        .setDescription('Kicks.')
        .setDefaultMemberPermissions(PermissionFlagsBits.KickMembers)
        .addUserOption((option) => option.setName('user').setDescription('Whom').setRequired(true)),
    );
    registry.registerContextMenuCommand((command) =>
      command.setName('Kick author').setType(ApplicationCommandType.Message),
    );
  }
}

async function leavesOf(Piece: PieceClass<Command>, name: string): Promise<HelpEntry[]> {
  const piece = new CommandStore().construct(Piece, { root: 'test', path: 'test', name, extension: '.ts' });
  return (await collectCommands(piece, plugin)).flatMap((command) => commandLeaves(command, record));
}

// Commands read their defaults from the client's options.
beforeAll(() => void new SapphireClient({ intents: [], baseUserDirectory: null }));

test('a command with subcommands offers these, also those in groups, each with the node that guards it', async () => {
  const leaves = await leavesOf(CaseCommand, 'case');

  expect(leaves.map(({ path, description, node }) => [path, description, node])).toEqual([
    ['case view', 'Shows a case.', 'mod.cases'],
    ['case note add', 'Adds a note.', 'mod.notes'],
    ['case note list', 'Lists notes.', 'mod.cases'],
  ]);
  expect(leaves[0]).toMatchObject({ options: [{ name: 'number' }], example: '/case view number: 3' });
});

test('a command without subcommands offers itself, and its menu entry', async () => {
  const leaves = await leavesOf(KickCommand, 'kick');

  expect(leaves).toMatchObject([
    {
      path: 'kick',
      type: ApplicationCommandType.ChatInput,
      options: [{ name: 'user' }],
      memberPermissions: PermissionFlagsBits.KickMembers,
    },
    { path: 'Kick author', type: ApplicationCommandType.Message, options: [], description: '' },
  ]);
});
