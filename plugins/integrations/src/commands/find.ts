import { Command } from '@sapphire/framework';
import type { ChatInputCommandInteraction } from 'discord.js';
import { siteName } from '../google/site-name.ts';
import { showWebSearch } from './show-web-search.ts';

/** Searches the web. */
export class FindCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Search the web with Google',
      text: true,
      example: '/find query:chess openings site:wikipedia.org',
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
            .setMaxLength(200)
            .setRequired(true),
        )
        .addStringOption((site) =>
          site.setName('site').setDescription('Only on this site, such as wikipedia.org').setMaxLength(200),
        ),
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    const { options } = interaction;
    const typed = options.getString('site');
    const site = typed === null ? undefined : siteName(typed);
    await interaction.deferReply();
    const query = options.getString('query', true);
    await showWebSearch(interaction, this.container.integrations, { query, site, offset: 0 });
  }
}
