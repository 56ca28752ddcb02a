import { type Client, type Guild, RESTJSONErrorCodes, type Snowflake } from 'discord.js';
import { absentOn } from './absent-on.ts';

/**
 * A server that the bot is in, for jobs: they run in whichever process takes them, also where another one runs the shard of
 * the server. Then Discord is asked, and the answer is not kept, as nobody would tell this process of changes.
 */
export function fetchGuild({ guilds }: Client, guildId: Snowflake): Promise<Guild | undefined> {
  return absentOn(
    guilds.fetch({ guild: guildId, cache: false }),
    RESTJSONErrorCodes.UnknownGuild,
    RESTJSONErrorCodes.MissingAccess,
  );
}
