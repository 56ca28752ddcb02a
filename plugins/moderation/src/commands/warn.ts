import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import {
  ApplicationCommandType,
  type AutocompleteInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { warnAuthorForm } from '../replies/warn-author-form.ts';
import { warnReply } from '../replies/warn-reply.ts';
import { readReasonedRequest, reasonOption, targetOption } from './action-options.ts';
import { suggestReasons } from './suggest-reasons.ts';

export class WarnCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Warn a member and open a case',
      node: 'moderation.warn',
      text: true,
      example: '/warn user:@mallory reason:Spam',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addUserOption(targetOption)
        .addStringOption((option) => reasonOption(option).setRequired(true)),
    );
    registry.registerContextMenuCommand((command) =>
      command.setName('Warn author').setType(ApplicationCommandType.Message),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const warned = await this.container.moderation.actions.warn(readReasonedRequest(interaction, 'reason'));
    await interaction.editReply(warnReply(warned, await translator(interaction)));
  }

  override async contextMenuRun(interaction: MessageContextMenuCommandInteraction<'cached'>): Promise<void> {
    const { guildId, targetMessage } = interaction;
    const presets = await this.container.moderation.reasonPresets(guildId);
    await interaction.showModal(warnAuthorForm(targetMessage, presets));
  }

  override autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    return suggestReasons(interaction);
  }
}
