import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { askedBy } from '../pages/asked.ts';
import { assertOwnPages } from '../pages/assert-own-pages.ts';
import { parseSearchPage, type SearchState } from '../replies/page-state.ts';

/** Turns the pages of `/gallery search`. */
export class GallerySearchHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const state = parseSearchPage(interaction.customId);
    return state ? this.some(state) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, state: SearchState): Promise<void> {
    assertOwnPages(interaction);
    await interaction.deferUpdate();
    const asked = await askedBy(interaction);
    await interaction.editReply(await this.container.gallery.pages.search(state, asked));
  }
}
