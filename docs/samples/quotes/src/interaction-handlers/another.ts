import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { quoteReply } from '../replies/quote-reply.ts';

/** Shows another quote in place of the one that the button stands under. */
export class AnotherHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const id = parseCustomId(interaction.customId);
    return id?.plugin === 'quotes' && id.handler === 'another' ? this.some(id.state) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, shownId: string): Promise<void> {
    await interaction.deferUpdate();
    const quote = await this.container.quotes.random(interaction.guildId, shownId);
    await interaction.editReply(quoteReply(quote));
  }
}
