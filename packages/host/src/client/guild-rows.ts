import type { ILogger } from '@sapphire/framework';
import { type DatabaseHandle, GuildRepository, type JoinedGuild } from '@twi/database';
import { type Client, Events, type Guild, ShardClientUtil } from 'discord.js';
import { ownShards } from './own-shards.ts';

/** Keeps `core.guilds` in step with the guilds that the bot is in. Call it when the client is ready. */
export async function keepGuildRows(
  client: Client,
  database: DatabaseHandle,
  logger: ILogger,
): Promise<void> {
  const guilds = new GuildRepository(database.db);
  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // The next start makes up for it.
      logger.warn(`${what} could not be recorded.`, error);
    }
  };
  client.on(Events.GuildCreate, (guild) => {
    void attempt(`That the bot joined ${guild.id}`, () => guilds.saveJoined([toRow(guild)]));
  });
  client.on(Events.GuildAvailable, (guild) => {
    void attempt(`That ${guild.id} is back`, () => guilds.saveJoined([toRow(guild)]));
  });
  // Not sent for an outage: discord.js tells of that as GuildUnavailable.
  client.on(Events.GuildDelete, ({ id }) => {
    void attempt(`That the bot left ${id}`, () => guilds.markLeft(id, new Date()));
  });
  await recordPresent(client, guilds, logger);
}

/** Makes up for what happened while the bot was offline. */
async function recordPresent(client: Client, guilds: GuildRepository, logger: ILogger): Promise<void> {
  // Discord lists guilds with an outage too, without their names.
  const listed = [...client.guilds.cache.values()];
  const available = listed.filter((guild) => guild.available);
  if (available.length > 0) await guilds.saveJoined(available.map(toRow));
  const left = await guilds.markAbsent({
    present: listed.map(({ id }) => id),
    isOurs: (guildId) => isOfOurShards(client, guildId),
    at: new Date(),
  });
  if (left.length > 0) logger.info(`The bot was removed from ${left.length} guilds while it was offline.`);
}

/** Guilds of shards that other processes run are theirs to look after. */
function isOfOurShards(client: Client, guildId: string): boolean {
  const { count, ids } = ownShards(client);
  return ids.includes(ShardClientUtil.shardIdForGuildId(guildId, count));
}

const toRow = ({ id, name, joinedAt }: Guild): JoinedGuild => ({ id, name, joinedAt });
