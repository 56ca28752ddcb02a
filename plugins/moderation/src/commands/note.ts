import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { MessageFlags } from 'discord.js';
import { MAX_REASON_LENGTH } from '../errors.ts';
import { actionReply } from '../replies/action-reply.ts';
import { readReasonedRequest, targetOption } from './action-options.ts';

export class NoteCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Keep a note about somebody that moderators alone see',
      node: 'moderation.warn',
      text: true,
      example: '/note user:@mallory text:Asked nicely once already',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addUserOption(targetOption)
        .addStringOption((option) =>
          option
            .setName('text')
            .setDescription('What to remember; they are not told')
            .setMaxLength(MAX_REASON_LENGTH)
            .setRequired(true),
        ),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const noted = await this.container.moderation.actions.note(readReasonedRequest(interaction, 'text'));
    await interaction.editReply(actionReply(noted, await translator(interaction)));
  }
}
