import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { showDirectory } from '../commands/show-directory.ts';
import { type DirectoryState, parseTurnButton } from '../replies/directory-state.ts';

/** Turns the pages of `/creator-link browse` and `search`. */
export class DirectoryHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const state = parseTurnButton(interaction.customId);
    return state ? this.some(state) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, state: DirectoryState): Promise<void> {
    await interaction.deferUpdate();
    await showDirectory(interaction, this.container['creator-links'], state);
  }
}
