import { Subcommand } from '@sapphire/plugin-subcommands';
import { translator } from '@twi/sdk';
import type { SlashCommandStringOption } from 'discord.js';
import type { Ao3List, Ao3Work } from '../ao3/ao3-work.ts';
import { isAgeRestricted } from '../replies/age-restriction.ts';
import { ao3ListReply } from '../replies/ao3-list-reply.ts';
import { ao3WorkReply } from '../replies/ao3-work-reply.ts';

type Invocation = Subcommand.ChatInputCommandInteraction<'cached'>;

const LONGEST_ADDRESS = 500;

/** Works, series and authors of the Archive of Our Own. */
export class Ao3Command extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Works, series and authors of the Archive of Our Own',
      text: true,
      example: '/ao3 work url:https://archiveofourown.org/works/123',
      subcommands: [
        { name: 'work', chatInputRun: 'work' },
        { name: 'series', chatInputRun: 'series' },
        { name: 'author', chatInputRun: 'author' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((work) =>
          work
            .setName('work')
            .setDescription('Show a work')
            .addStringOption((option) => urlOption(option).setDescription('The address of the work')),
        )
        .addSubcommand((series) =>
          series
            .setName('series')
            .setDescription('Show a series')
            .addStringOption((option) => urlOption(option).setDescription('The address of the series')),
        )
        .addSubcommand((author) =>
          author
            .setName('author')
            .setDescription('Show the newest works of somebody')
            .addStringOption((option) => urlOption(option).setDescription('Their address on AO3')),
        ),
    );
  }

  async work(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const work = await this.container.integrations.ao3.work(interaction.options.getString('url', true));
    const isRestricted = (await this.#restrictionIn(interaction))(work);
    const t = await translator(interaction, { audience: 'guild' });
    const hasGallery = this.container.integrations.gallery.isOpenIn(interaction.guildId);
    await interaction.editReply(ao3WorkReply(work, { isRestricted, hasGallery, t }));
  }

  async series(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const url = interaction.options.getString('url', true);
    await this.#answer(interaction, await this.container.integrations.ao3.series(url));
  }

  async author(interaction: Invocation): Promise<void> {
    await interaction.deferReply();
    const url = interaction.options.getString('url', true);
    await this.#answer(interaction, await this.container.integrations.ao3.author(url));
  }

  async #answer(interaction: Invocation, found: Ao3List): Promise<void> {
    const isRestricted = await this.#restrictionIn(interaction);
    const t = await translator(interaction, { audience: 'guild' });
    await interaction.editReply(ao3ListReply(found, { isRestricted, t }));
  }

  async #restrictionIn({ channel, guildId }: Invocation): Promise<(work: Ao3Work) => boolean> {
    if (isAgeRestricted(channel)) return () => false;
    return this.container.integrations.ao3.restrictionOf(guildId);
  }
}

function urlOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option.setName('url').setMaxLength(LONGEST_ADDRESS).setRequired(true);
}
