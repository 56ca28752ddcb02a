import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { askedBy } from '../pages/asked.ts';
import { assertOwnPages } from '../pages/assert-own-pages.ts';
import { parseAnotherItem } from '../replies/page-state.ts';

/** Draws another item. */
export class GalleryRandomHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const state = parseAnotherItem(interaction.customId);
    return state ? this.some(state) : this.none();
  }

  override async run(
    interaction: ButtonInteraction<'cached'>,
    { tag }: { readonly tag: string | undefined },
  ): Promise<void> {
    assertOwnPages(interaction);
    await interaction.deferUpdate();
    const asked = await askedBy(interaction);
    await interaction.editReply(await this.container.gallery.pages.random(tag, asked));
  }
}
