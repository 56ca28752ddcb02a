import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import { reply } from '@twi/sdk';
import { type ButtonInteraction, MessageFlags } from 'discord.js';
import { type GalleryReference, parseGalleryButton } from '../gallery/gallery-button.ts';

/** Adds what a message shows to the gallery. */
export class AddToGalleryHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: 'integrations.gallery' });
  }

  override parse(interaction: ButtonInteraction) {
    const reference = parseGalleryButton(interaction.customId);
    return reference === undefined ? this.none() : this.some(reference);
  }

  override async run(interaction: ButtonInteraction<'cached'>, reference: GalleryReference): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const result = await this.#add(interaction, reference);
    await interaction.editReply(
      result.outcome === 'added'
        ? reply.success(`Added to the gallery as item #${result.item.number}. \`/undo\` takes it out again.`)
        : reply.info(`It is in the gallery already, as item #${result.number}.`),
    );
  }

  async #add({ guildId, member }: ButtonInteraction<'cached'>, { kind, id }: GalleryReference) {
    const { ao3, deviantart, gallery } = this.container.integrations;
    if (kind === 'deviation')
      return gallery.addDeviation(member, await deviantart.deviationById(guildId, id));
    const work = await ao3.workById(id);
    const isRestricted = await ao3.restrictionOf(guildId);
    return gallery.addWork(member, work, { isForAdults: isRestricted(work) });
  }
}
