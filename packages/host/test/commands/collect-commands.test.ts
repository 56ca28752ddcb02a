import { Command, CommandStore, SapphireClient } from '@sapphire/framework';
import { Subcommand } from '@sapphire/plugin-subcommands';
import { definePlugin, type PieceClass } from '@twi/sdk';
import {
  ApplicationCommandType,
  ContextMenuCommandBuilder,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { collectCommands } from '../../src/commands/collect-commands.ts';

const plugin = definePlugin({
  id: 'gallery',
  title: 'Gallery',
  description: 'Collects pictures.',
  nodes: {
    'gallery.add': { description: 'Add pictures.', default: 'ManageMessages' },
    'gallery.view': { description: 'See pictures.' },
  },
});

// Commands read their defaults from the client's options.
beforeAll(() => void new SapphireClient({ intents: [], baseUserDirectory: null }));

function construct(Piece: PieceClass<Command>, name: string): Command {
  return new CommandStore().construct(Piece, { root: 'test', path: 'test', name, extension: '.ts' });
}

function commandWith(
  options: Command.Options,
  register: (registry: Command.Registry) => void,
): PieceClass<Command> {
  return class extends Command {
    constructor(context: Command.LoaderContext) {
      super(context, { description: 'Adds a picture.', ...options });
    }
    override registerApplicationCommands(registry: Command.Registry): void {
      register(registry);
    }
  };
}

describe('a slash command', () => {
  test('is collected as its author registers it', async () => {
    const Piece = commandWith({}, (registry) =>
      registry.registerChatInputCommand((builder) =>
        builder
          .setName('gallery')
          .setDescription('Pictures.')
          .addStringOption((option) => option.setName('title').setDescription('Its title')),
      ),
    );
    const piece = construct(Piece, 'gallery');

    const [command, ...others] = await collectCommands(piece, plugin);

    expect(others).toEqual([]);
    expect(command).toMatchObject({
      plugin: 'gallery',
      name: 'gallery',
      type: ApplicationCommandType.ChatInput,
      json: { name: 'gallery', description: 'Pictures.', options: [{ name: 'title' }] },
      piece,
    });
    expect(command?.json).not.toHaveProperty('dm_permission');
  });

  test('is hidden from those who lack the default permission of its node', async () => {
    const Piece = commandWith({ node: 'gallery.add' }, (registry) =>
      registry.registerChatInputCommand(new SlashCommandBuilder().setName('add').setDescription('Adds.')),
    );

    const [command] = await collectCommands(construct(Piece, 'add'), plugin);

    expect(command?.json.default_member_permissions).toBe(String(PermissionFlagsBits.ManageMessages));
  });

  test('keeps the permissions that its author set', async () => {
    const Piece = commandWith({ node: 'gallery.add' }, (registry) =>
      registry.registerChatInputCommand(
        new SlashCommandBuilder()
          .setName('add')
          .setDescription('Adds.')
          .setDefaultMemberPermissions(PermissionFlagsBits.BanMembers)
          .addBooleanOption((option) => option.setName('quiet').setDescription('Without a word')),
      ),
    );

    const [command] = await collectCommands(construct(Piece, 'add'), plugin);

    expect(command?.json.default_member_permissions).toBe(String(PermissionFlagsBits.BanMembers));
    expect(command?.json).toHaveProperty('options.0.name', 'quiet');
  });

  test.each([['gallery.view'], ['gallery.unknown'], [undefined]])(
    'is shown to everyone with the node %s, which has no default',
    async (node) => {
      const Piece = commandWith(node ? { node } : {}, (registry) =>
        registry.registerChatInputCommand(new SlashCommandBuilder().setName('see').setDescription('Sees.')),
      );

      const [command] = await collectCommands(construct(Piece, 'see'), plugin);

      expect(command?.json.default_member_permissions).toBeNull();
    },
  );
});

test('a command with subcommands is not hidden by the node of one of them', async () => {
  class GalleryCommand extends Subcommand {
    constructor(context: Subcommand.LoaderContext) {
      super(context, {
        description: 'Pictures.',
        subcommands: [{ name: 'add', node: 'gallery.add', chatInputRun: async () => {} }],
      });
    }
    override registerApplicationCommands(registry: Subcommand.Registry): void {
      registry.registerChatInputCommand((builder) =>
        builder
          .setName('gallery')
          .setDescription('Pictures.')
          .addSubcommand((subcommand) => subcommand.setName('add').setDescription('Adds.')),
      );
    }
  }

  const [command] = await collectCommands(construct(GalleryCommand, 'gallery'), plugin);

  expect(command?.json.default_member_permissions).toBeNull();
});

test('a piece may register commands of several kinds', async () => {
  const Piece = commandWith({}, (registry) => {
    registry.registerChatInputCommand(new SlashCommandBuilder().setName('report').setDescription('Reports.'));
    registry.registerContextMenuCommand(
      new ContextMenuCommandBuilder().setName('Report message').setType(ApplicationCommandType.Message),
    );
    registry.registerContextMenuCommand(
      new ContextMenuCommandBuilder().setName('Report member').setType(ApplicationCommandType.User),
    );
  });

  const commands = await collectCommands(construct(Piece, 'report'), plugin);

  expect(commands.map(({ name, type }) => [name, type])).toEqual([
    ['report', ApplicationCommandType.ChatInput],
    ['Report message', ApplicationCommandType.Message],
    ['Report member', ApplicationCommandType.User],
  ]);
});

test('a piece without application commands gives none', async () => {
  class TextCommand extends Command {}

  expect(await collectCommands(construct(TextCommand, 'text'), plugin)).toEqual([]);
});
