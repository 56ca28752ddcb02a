import type { GuildChoices, PluginContext } from '@twi/sdk';
import { type Client, Locale, type Snowflake } from 'discord.js';
import type { z } from 'zod';
import { coreSettingsOwner } from './core-settings.ts';
import type { SettingsService } from './settings-service.ts';

type Chosen = z.output<(typeof coreSettingsOwner)['settings']>;

/** Reads what a guild chose for the bot as a whole, for the plugins. */
export function guildChoices(
  settings: Pick<SettingsService, 'of'>,
  client: Client,
): Pick<PluginContext, 'guild' | 'knownGuild'> {
  const choices = settings.of(coreSettingsOwner);
  const of = (guildId: Snowflake, { prefix, locale, timeZone }: Chosen): GuildChoices => {
    const preferred = client.guilds.cache.get(guildId)?.preferredLocale;
    return { prefix, locale: locale ?? preferred ?? Locale.EnglishUS, timeZone };
  };
  return {
    guild: async (guildId) => of(guildId, await choices.get(guildId)),
    knownGuild(guildId) {
      const known = choices.known(guildId);
      return known && of(guildId, known);
    },
  };
}
