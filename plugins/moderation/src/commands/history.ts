import { Command } from '@sapphire/framework';
import {
  ApplicationCommandType,
  type ChatInputCommandInteraction,
  MessageFlags,
  type Snowflake,
  type UserContextMenuCommandInteraction,
} from 'discord.js';
import type { CaseType } from '../cases/case-type.ts';
import { historyReply } from '../replies/history-reply.ts';
import { caseTypeOption, readCaseType } from './case-type-option.ts';

type Invocation = ChatInputCommandInteraction<'cached'> | UserContextMenuCommandInteraction<'cached'>;

export class HistoryCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Show all cases of a person, with totals',
      node: 'moderation.cases',
      text: true,
      example: '/history user:@mallory',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addUserOption((option) =>
          option.setName('user').setDescription('Whose; an id works too').setRequired(true),
        )
        .addStringOption(caseTypeOption),
    );
    registry.registerContextMenuCommand((command) =>
      command.setName('Moderation history').setType(ApplicationCommandType.User),
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction<'cached'>): Promise<void> {
    await this.#show(interaction, interaction.options.getUser('user', true).id, readCaseType(interaction));
  }

  override async contextMenuRun(interaction: UserContextMenuCommandInteraction<'cached'>): Promise<void> {
    await this.#show(interaction, interaction.targetId);
  }

  async #show(interaction: Invocation, targetId: Snowflake, type?: CaseType): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const history = await this.container.moderation.cases.history({
      guildId: interaction.guildId,
      targetId,
      type,
    });
    await interaction.editReply(historyReply(history, { targetId, type }));
  }
}
