import { isConnectionLost } from '@twi/database';
import type { Settings } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { coreSettings } from '../settings/core-settings.ts';

/**
 * What text commands begin with in a guild, besides a mention. While the database is away there is nothing: nobody could
 * be served, and each message would end in an error.
 */
export async function prefixOf(
  settings: Pick<Settings<typeof coreSettings>, 'get'>,
  guildId: Snowflake,
): Promise<string | null> {
  try {
    return (await settings.get(guildId)).prefix;
  } catch (error) {
    if (isConnectionLost(error)) return null;
    throw error;
  }
}
