import { Command } from '@sapphire/framework';
import type { ChatInputCommandInteraction } from 'discord.js';
import { showWikiSearch } from './show-wiki-search.ts';

/** Searches the wiki that a guild chose. */
export class WikiCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Search the wiki of this server',
      text: true,
      example: '/wiki query:inn',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addStringOption((query) =>
          query
            .setName('query')
            .setDescription('What to search for')
            .setMinLength(2)
            .setMaxLength(70)
            .setRequired(true),
        ),
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply();
    const query = interaction.options.getString('query', true);
    await showWikiSearch(interaction, this.container.integrations, { query, offset: 0 });
  }
}
