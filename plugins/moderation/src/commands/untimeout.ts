import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { actionReply } from '../replies/action-reply.ts';
import { readRequest, reasonOption, targetOption } from './action-options.ts';
import { suggestReasons } from './suggest-reasons.ts';

export class UntimeoutCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'End the timeout of a member early',
      node: 'moderation.timeout',
      text: true,
      example: '/untimeout user:@mallory',
    });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand((command) =>
      command
        .setName(this.name)
        .setDescription(this.description)
        .addUserOption(targetOption)
        .addStringOption(reasonOption),
    );
  }

  override async chatInputRun(interaction: Command.ChatInputCommandInteraction<'cached'>): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const ended = await this.container.moderation.actions.untimeout(readRequest(interaction));
    await interaction.editReply(actionReply(ended, await translator(interaction)));
  }

  override autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    return suggestReasons(interaction);
  }
}
