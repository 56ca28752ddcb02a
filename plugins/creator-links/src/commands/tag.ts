import { Command } from '@sapphire/framework';
import { type AutocompleteInteraction, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { tagOption } from './link-options.ts';
import { showLibrary } from './show-library.ts';
import { suggestEntries } from './suggest-entries.ts';

/** What of the library has a tag. */
export class TagCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'List the links of this server that have a tag',
      text: true,
      example: '/tag tag:maps',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((option) => tagOption(option).setDescription('Which tag').setRequired(true)),
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const tag = interaction.options.getString('tag', true);
    await showLibrary(interaction, this.container['creator-links'], { tag, page: 0 });
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    await suggestEntries(interaction, this.container['creator-links']);
  }
}
