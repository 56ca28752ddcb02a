import { InteractionHandler, InteractionHandlerTypes } from '@sapphire/framework';
import type { ButtonInteraction } from 'discord.js';
import { showWikiSearch } from '../commands/show-wiki-search.ts';
import { parseTurnButton, type SearchState } from '../search/search-state.ts';

/** Turns the pages of `/wiki`. */
export class WikiHandler extends InteractionHandler {
  constructor(context: InteractionHandler.LoaderContext) {
    super(context, { interactionHandlerType: InteractionHandlerTypes.Button, node: null });
  }

  override parse(interaction: ButtonInteraction) {
    const state = parseTurnButton('wiki', interaction.customId);
    return state ? this.some(state) : this.none();
  }

  override async run(interaction: ButtonInteraction<'cached'>, state: SearchState): Promise<void> {
    await interaction.deferUpdate();
    await showWikiSearch(interaction, this.container.integrations, state);
  }
}
