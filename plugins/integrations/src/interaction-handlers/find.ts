import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { showWebSearch } from '../commands/show-web-search.ts';
import { parseTurnButton, type SearchState } from '../search/search-state.ts';

/** Turns the pages of `/find`. */
export class FindHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const state = parseTurnButton('find', interaction.customId);
    return state ? this.some(state) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, state: SearchState): Promise<void> {
    await interaction.deferUpdate();
    await showWebSearch(interaction, this.container.integrations, state);
  }
}
