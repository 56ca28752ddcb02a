import { translator } from '@twi/sdk';
import type { ButtonInteraction, ChatInputCommandInteraction } from 'discord.js';
import { type Integrations, WEB_PAGE_SIZE } from '../integrations.ts';
import { isAgeRestricted } from '../replies/age-restriction.ts';
import { searchReply } from '../replies/search-reply.ts';
import type { SearchState } from '../search/search-state.ts';

/** Answers a deferred interaction with a page of what the web has. */
export async function showWebSearch(
  interaction: ChatInputCommandInteraction<'cached'> | ButtonInteraction<'cached'>,
  integrations: Integrations,
  state: SearchState,
): Promise<void> {
  const { guildId, channel } = interaction;
  const found = await integrations.searchWeb(guildId, state, { isSafe: !isAgeRestricted(channel) });
  const t = await translator(interaction, { audience: 'guild' });
  const site = state.site ?? 'Google';
  await interaction.editReply(
    searchReply(found, { search: 'find', state, size: WEB_PAGE_SIZE, site, isEstimate: true, t }),
  );
}
