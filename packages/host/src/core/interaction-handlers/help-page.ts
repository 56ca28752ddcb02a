import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { helpListReply } from '../replies/help-list-reply.ts';

/** Turns the pages of `/help`. */
export class HelpPageHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    return this.some(parseCustomId(interaction.customId)?.state);
  }

  override async run(interaction: ButtonInteraction, from: string | undefined): Promise<void> {
    const entries = await this.container.core.help.entriesFor(interaction);
    await interaction.update(helpListReply(entries, await translator(interaction), from));
  }
}
