import { clip } from '@twi/sdk';
import type { AutocompleteInteraction } from 'discord.js';
import type { Integrations } from '../integrations.ts';

/** Discord's limits (Interactions › Application Commands › Autocomplete). */
const MOST_CHOICES = 25;
const LONGEST_NAME = 100;

/** Suggests feeds of the server. */
export async function suggestFeeds(
  interaction: AutocompleteInteraction<'cached'>,
  { feeds }: Integrations,
): Promise<void> {
  const { guild, options } = interaction;
  const found = await feeds.suggest(guild.id, options.getFocused(), { limit: MOST_CHOICES });
  await interaction.respond(
    found.map(({ number, name, channelId }) => {
      const channel = guild.channels.cache.get(channelId);
      const place = channel ? ` → #${channel.name}` : '';
      const room = LONGEST_NAME - place.length;
      const label =
        room > 20 ? `${clip(`#${number} ${name}`, room)}${place}` : clip(`#${number} ${name}`, LONGEST_NAME);
      return { name: label, value: String(number) };
    }),
  );
}
