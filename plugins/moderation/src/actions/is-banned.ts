import { type Guild, type GuildBan, RESTJSONErrorCodes, type Snowflake } from 'discord.js';
import { isRefusalWith } from './discord-refusal.ts';

/** Whether a user is banned from a guild, by Discord's own account and not by a cache. */
export async function isBanned(guild: Guild, userId: Snowflake): Promise<boolean> {
  return (await findBan(guild, userId)) !== undefined;
}

/** The ban of a user, by Discord's own account and not by a cache. */
export async function findBan(guild: Guild, userId: Snowflake): Promise<GuildBan | undefined> {
  try {
    return await guild.bans.fetch({ user: userId, force: true, cache: false });
  } catch (error) {
    if (isRefusalWith(error, RESTJSONErrorCodes.UnknownBan)) return undefined;
    throw error;
  }
}
