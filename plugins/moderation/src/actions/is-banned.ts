import { absentOn } from '@twi/sdk';
import { type Guild, type GuildBan, RESTJSONErrorCodes, type Snowflake } from 'discord.js';

/** Whether a user is banned from a guild, by Discord's own account and not by a cache. */
export async function isBanned(guild: Guild, userId: Snowflake): Promise<boolean> {
  return (await findBan(guild, userId)) !== undefined;
}

/** The ban of a user, by Discord's own account and not by a cache. */
export function findBan(guild: Guild, userId: Snowflake): Promise<GuildBan | undefined> {
  const asked = guild.bans.fetch({ user: userId, force: true, cache: false });
  return absentOn(asked, RESTJSONErrorCodes.UnknownBan);
}
