import { clip, MOST_CHOICES } from '@twi/sdk';
import type { AutocompleteInteraction, Snowflake } from 'discord.js';
import type { CreatorLinks } from '../creator-links.ts';
import { platformName } from '../platforms/platforms.ts';

const LONGEST_NAME = 100;

/** What of a guild's links a suggestion may show. */
interface Shown {
  readonly guildId: Snowflake;
  readonly nsfw: boolean;
}

/** Suggests titles of links, or platforms, as the focused option wants. */
export async function suggestLinks(
  interaction: AutocompleteInteraction<'cached'>,
  service: CreatorLinks,
  shown: Shown,
): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  if (name === 'platform') {
    const found = await service.directory.suggestPlatforms(shown, value);
    const choices = found.slice(0, MOST_CHOICES).map(({ platform, count }) => ({
      name: `${platformName(platform)} (${count})`,
      value: platform,
    }));
    return interaction.respond(choices);
  }
  const titles = await titlesOf(interaction, service, { ...shown, typed: value });
  return interaction.respond(titles.map((title) => ({ name: clip(title, LONGEST_NAME), value: title })));
}

async function titlesOf(
  { options, user, member }: AutocompleteInteraction<'cached'>,
  { links, profiles }: CreatorLinks,
  shown: Shown & { readonly typed: string },
): Promise<readonly string[]> {
  const owner = options.get('user')?.value;
  const userId = typeof owner === 'string' ? owner : user.id;
  if (!(await links.mayChange(member, userId))) return [];
  const isRemoved = options.getSubcommand() === 'restore';
  return profiles.suggestTitles({ ...shown, userId, isRemoved }, MOST_CHOICES);
}
