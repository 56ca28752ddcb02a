import type { GuildChoices } from '@twi/sdk';
import { type Client, Locale, type Snowflake } from 'discord.js';
import { coreSettingsOwner } from './core-settings.ts';
import type { SettingsService } from './settings-service.ts';

/** Reads what a guild chose for the bot as a whole, for the plugins. */
export function guildChoices(
  settings: Pick<SettingsService, 'of'>,
  client: Client,
): (guildId: Snowflake) => Promise<GuildChoices> {
  const choices = settings.of(coreSettingsOwner);
  return async (guildId) => {
    const { prefix, locale, timeZone } = await choices.get(guildId);
    const preferred = client.guilds.cache.get(guildId)?.preferredLocale;
    return { prefix, locale: locale ?? preferred ?? Locale.EnglishUS, timeZone };
  };
}
