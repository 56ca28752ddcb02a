import { MOST_CHOICES } from '@twi/sdk';
import { container } from '@sapphire/pieces';
import type { AutocompleteInteraction } from 'discord.js';

/** Offers the server's usual reasons that contain what is typed. */
export async function suggestReasons(interaction: AutocompleteInteraction<'cached'>): Promise<void> {
  const typed = interaction.options.getFocused().trim().toLowerCase();
  const presets = await container.moderation.reasonPresets(interaction.guildId);
  const fitting = presets.filter((preset) => preset.toLowerCase().includes(typed)).slice(0, MOST_CHOICES);
  await interaction.respond(fitting.map((preset) => ({ name: preset, value: preset })));
}
