import { Command, CommandStore, SapphireClient } from '@sapphire/framework';
import { type CommandTranslation, definePlugin, type PieceClass } from '@twi/sdk';
import { beforeAll, expect, test } from 'vitest';
import { collectCommands } from '../../src/commands/collect-commands.ts';
import { localiseCommands } from '../../src/locales/localise-commands.ts';

// Commands read their defaults from the client's options.
beforeAll(() => void new SapphireClient({ intents: [], baseUserDirectory: null }));

class CupCommand extends Command {
  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName('cup')
        .setDescription('Cups.')
        .addSubcommandGroup((group) =>
          group
            .setName('of')
            .setDescription('Of what.')
            .addSubcommand((tea) =>
              tea
                .setName('tea')
                .setDescription('Tea.')
                .addStringOption((option) =>
                  option
                    .setName('kind')
                    .setDescription('Kind.')
                    .addChoices({ name: 'Green', value: 'green' }),
                ),
            ),
        ),
    );
  }
}

/** The command as it is registered with a German translation. */
async function localised(cup: CommandTranslation) {
  const plugin = definePlugin({
    id: 'kitchen',
    title: 'Kitchen',
    description: 'Brews.',
    locales: { 'en-US': {}, de: { commands: { cup } } },
    pieces: { commands: { cup: CupCommand } },
  });
  const loader = { root: 'test', path: 'test', name: 'cup', extension: '.ts' };
  const Piece: PieceClass<Command> = CupCommand;
  const piece = new CommandStore().construct(Piece, loader);
  const [command] = localiseCommands(await collectCommands(piece, plugin), plugin);
  return command?.json;
}

test('groups, subcommands, options and choices are described at their places', async () => {
  const tea = { description: 'Tee.', options: { kind: 'Sorte.' }, choices: { kind: { green: 'Grün' } } };

  const json = await localised({ description: 'Tassen.', subcommands: { of: { subcommands: { tea } } } });

  expect(json).toMatchObject({
    name: 'cup',
    description: 'Cups.',
    description_localizations: { de: 'Tassen.' },
    options: [
      {
        name: 'of',
        options: [
          {
            name: 'tea',
            description_localizations: { de: 'Tee.' },
            options: [
              {
                description: 'Kind.',
                description_localizations: { de: 'Sorte.' },
                choices: [{ name: 'Green', name_localizations: { de: 'Grün' }, value: 'green' }],
              },
            ],
          },
        ],
      },
    ],
  });
});

test('a text of a hundred characters is taken, and a longer one refused by its key', async () => {
  await expect(localised({ description: 'x'.repeat(100) })).resolves.toBeDefined();
  await expect(localised({ description: 'x'.repeat(101) })).rejects.toThrow(
    '"locales.de.commands.cup.description" must have at most 100 characters',
  );
});

test.each<[string, CommandTranslation, string]>([
  ['an option', { options: { size: 'Größe' } }, 'cup.options.size'],
  ['a subcommand', { subcommands: { milk: { description: 'Milch.' } } }, 'cup.subcommands.milk.description'],
])('words about %s that is not there are refused by their key', async (_what, words, key) => {
  await expect(localised(words)).rejects.toThrow(`"locales.de.commands.${key}" is about no command`);
});
