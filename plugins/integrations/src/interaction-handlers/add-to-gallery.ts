import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { reply } from '@twi/sdk';
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { parseGalleryButton } from '../replies/deviantart-reply.ts';

/** Adds the deviation that a message shows to the gallery. */
export class AddToGalleryHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'integrations.gallery' });
  }

  override parse(interaction: ButtonInteraction) {
    const id = parseGalleryButton(interaction.customId);
    return id === undefined ? this.none() : this.some(id);
  }

  override async run(interaction: ButtonInteraction<'cached'>, id: string): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { deviantart, gallery } = this.container.integrations;
    const found = await deviantart.deviationById(interaction.guildId, id);
    const result = await gallery.add(interaction.member, found);
    await interaction.editReply(
      result.outcome === 'added'
        ? reply.success(`Added to the gallery as item #${result.item.number}. \`/undo\` takes it out again.`)
        : reply.info(`It is in the gallery already, as item #${result.number}.`),
    );
  }
}
