import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { parseTimeoutDuration } from '../actions/durations.ts';
import { actionReply } from '../replies/action-reply.ts';
import { readRequest, reasonOption, targetOption } from './action-options.ts';
import { suggestReasons } from './suggest-reasons.ts';

export class TimeoutCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Keep a member from writing and speaking for a while',
      node: 'moderation.timeout',
      text: true,
      example: '/timeout user:@mallory duration:10m reason:Spam',
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
            .setName('duration')
            .setDescription('How long: 10m, 2h, 1d12h; at most 28d')
            .setRequired(true),
        )
        .addStringOption(reasonOption),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const durationMs = parseTimeoutDuration(interaction.options.getString('duration', true));
    const timedOut = await this.container.moderation.actions.timeout({
      ...readRequest(interaction),
      durationMs,
    });
    await interaction.editReply(actionReply(timedOut, await translator(interaction), durationMs));
  }

  override autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    return suggestReasons(interaction);
  }
}
