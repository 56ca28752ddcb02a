import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { parseCustomId, translator } from '@twi/sdk';
import type { ButtonInteraction } from 'discord.js';
import { quotesReply } from '../replies/quote-replies.ts';

interface QuotesPage {
  readonly cursor: string;
  readonly search: string;
}

/** Turns the pages of `/quote find`. */
export class QuotesHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const id = parseCustomId(interaction.customId);
    if (id?.plugin !== 'utility' || id.handler !== 'quotes') return this.none();
    const [, cursor, search] = /^([^:]+):(.+)$/s.exec(id.state) ?? [];
    return cursor && search ? this.some({ cursor, search }) : this.none();
  }

  override async run(
    interaction: ButtonInteraction<'cached'>,
    { cursor, search }: QuotesPage,
  ): Promise<void> {
    await interaction.deferUpdate();
    const page = await this.container.utility.quotes.search(interaction.guildId, search, cursor);
    await interaction.editReply(
      quotesReply(page, search, await translator(interaction, { audience: 'guild' })),
    );
  }
}
