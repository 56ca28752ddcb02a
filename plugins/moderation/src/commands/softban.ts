import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import { actionReply } from '../replies/action-reply.ts';
import { readRequest, reasonOption, targetOption } from './action-options.ts';
import { suggestReasons } from './suggest-reasons.ts';

export class SoftbanCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Remove a member and their messages of the last day; they may come back',
      node: 'moderation.ban',
      text: true,
      example: '/softban user:@mallory reason:Spam',
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
    const removed = await this.container.moderation.actions.softban(readRequest(interaction));
    await interaction.editReply(actionReply(removed, await translator(interaction)));
  }

  override autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    return suggestReasons(interaction);
  }
}
