import { Subcommand } from '@sapphire/plugin-subcommands';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { LARGEST_CASE_NUMBER } from '../cases/case-number.ts';
import { caseChoice } from '../replies/case-choice.ts';
import { caseListReply } from '../replies/case-list-reply.ts';
import { caseReply } from '../replies/case-reply.ts';
import { caseTypeOption, readCaseType } from './case-type-option.ts';

/** Discord's limit (Interactions › Application Commands › Autocomplete). */
const MOST_CHOICES = 25;

export class CaseCommand extends Subcommand {
  constructor(context: Subcommand.LoaderContext) {
    super(context, {
      description: 'Look up moderation cases',
      node: 'moderation.cases',
      example: '/case view number:3',
      subcommands: [
        { name: 'view', chatInputRun: 'view' },
        { name: 'list', chatInputRun: 'list' },
      ],
    });
  }

  override registerApplicationCommands(registry: Subcommand.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addSubcommand((view) =>
          view
            .setName('view')
            .setDescription('Show one case')
            .addIntegerOption((option) =>
              option
                .setName('number')
                .setDescription('The number of the case')
                .setMinValue(1)
                .setMaxValue(LARGEST_CASE_NUMBER)
                .setRequired(true)
                .setAutocomplete(true),
            ),
        )
        .addSubcommand((list) =>
          list
            .setName('list')
            .setDescription('List cases, newest first')
            .addUserOption((option) => option.setName('user').setDescription('Only cases of this person'))
            .addStringOption(caseTypeOption)
            .addUserOption((option) =>
              option.setName('moderator').setDescription('Only cases by this moderator'),
            ),
        ),
    );
  }

  async view(interaction: Subcommand.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const number = interaction.options.getInteger('number', true);
    const found = await this.container.moderation.getCase({ guildId: interaction.guildId, number });
    await interaction.editReply(caseReply(found));
  }

  async list(interaction: Subcommand.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { guildId, options } = interaction;
    const shown = {
      targetId: options.getUser('user')?.id,
      moderatorId: options.getUser('moderator')?.id,
      type: readCaseType(interaction),
    };
    const page = await this.container.moderation.listCases({ guildId, ...shown });
    await interaction.editReply(caseListReply(page, shown));
  }

  override async autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    const typed = interaction.options.getFocused();
    const found = await this.container.moderation.suggestCases(interaction.guildId, typed, MOST_CHOICES);
    await interaction.respond(found.map((suggested) => caseChoice(suggested, interaction.client)));
  }
}
