import { type Guild, RESTJSONErrorCodes, type Snowflake } from 'discord.js';
import { isRefusalWith } from './discord-refusal.ts';

/** Whether a user is banned from a guild, by Discord's own account and not by a cache. */
export async function isBanned(guild: Guild, userId: Snowflake): Promise<boolean> {
  try {
    await guild.bans.fetch({ user: userId, force: true, cache: false });
    return true;
  } catch (error) {
    if (isRefusalWith(error, RESTJSONErrorCodes.UnknownBan)) return false;
    throw error;
  }
}
