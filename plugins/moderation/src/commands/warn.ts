import { Command } from '@sapphire/framework';
import { MessageFlags } from 'discord.js';
import { actionReply } from '../replies/action-reply.ts';
import { readReasonedRequest, reasonOption, targetOption } from './action-options.ts';

export class WarnCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Warn a member and open a case',
      node: 'moderation.warn',
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
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const warned = await this.container.moderation.warn(readReasonedRequest(interaction, 'reason'));
    await interaction.editReply(actionReply(warned));
  }
}
