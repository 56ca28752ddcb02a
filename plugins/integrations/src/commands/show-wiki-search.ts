import { translator } from '@twi/sdk';
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { WIKI_PAGE_SIZE } from '../integrations.ts';
import type { Integrations } from '../integrations.ts';
import { searchReply } from '../replies/search-reply.ts';
import type { SearchState } from '../search/search-state.ts';

/** Answers a deferred interaction with a page of what the wiki has. */
export async function showWikiSearch(
  interaction: ChatInputCommandInteraction<'cached'> | ButtonInteraction<'cached'>,
  integrations: Integrations,
  state: SearchState,
): Promise<void> {
  const { found, host } = await integrations.searchWiki(interaction.guildId, state);
  const t = await translator(interaction, { audience: 'guild' });
  await interaction.editReply(
    searchReply(found, { search: 'wiki', state, size: WIKI_PAGE_SIZE, site: host, isEstimate: false, t }),
  );
}
