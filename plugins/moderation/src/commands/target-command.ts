import { Command } from '@sapphire/framework';
import { translator } from '@twi/sdk';
import { type AutocompleteInteraction, MessageFlags } from 'discord.js';
import type { ActionRequest } from '../actions/action-request.ts';
import type { Case } from '../database/case-repository.ts';
import { actionReply } from '../replies/action-reply.ts';
import { readRequest, reasonOption, targetOption } from './action-options.ts';
import { suggestReasons } from './suggest-reasons.ts';

/** A command that does one thing to one person, for a reason. */
export abstract class TargetCommand extends Command {
  protected abstract act(request: ActionRequest): Promise<Case>;

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
    const done = await this.act(readRequest(interaction));
    await interaction.editReply(actionReply(done, await translator(interaction)));
  }

  override autocompleteRun(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
    return suggestReasons(interaction);
  }
}
