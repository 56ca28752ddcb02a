import { MOST_CHOICES } from '@twi/sdk';
import type { AutocompleteInteraction } from 'discord.js';
import type { CreatorLinks } from '../creator-links.ts';

/** Suggests titles or tags of the library, as the focused option wants. */
export async function suggestEntries(
  interaction: AutocompleteInteraction<'cached'>,
  { library }: CreatorLinks,
): Promise<void> {
  const { guildId, options } = interaction;
  const { name, value } = options.getFocused(true);
  if (name === 'tag') {
    const tags = await library.suggestTags(guildId, value, MOST_CHOICES);
    return interaction.respond(tags.map(({ tag, count }) => ({ name: `${tag} (${count})`, value: tag })));
  }
  const titles = await library.suggestTitles(guildId, value, MOST_CHOICES);
  return interaction.respond(titles.map((title) => ({ name: title, value: title })));
}
