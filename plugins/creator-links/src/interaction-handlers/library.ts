import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { showLibrary } from '../commands/show-library.ts';
import { type LibraryPage, parseLibraryButton } from '../replies/library-list-reply.ts';

/** Turns the pages of `/link list` and `/tag`. */
export class LibraryHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const page = parseLibraryButton(interaction.customId);
    return page ? this.some(page) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, page: LibraryPage): Promise<void> {
    await interaction.deferUpdate();
    await showLibrary(interaction, this.container['creator-links'], page);
  }
}
