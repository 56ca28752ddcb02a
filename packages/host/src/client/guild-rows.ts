import type { ILogger } from '@sapphire/framework';
import { type DatabaseHandle, GuildRepository, type JoinedGuild } from '@twi/database';
import { type Client, Events, type Guild } from 'discord.js';

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
  client.on(Events.GuildDelete, ({ id }) => {
    void attempt(`That the bot left ${id}`, () => guilds.markLeft(id, new Date()));
  });
  const present = [...client.guilds.cache.values()];
  if (present.length > 0) await guilds.saveJoined(present.map(toRow));
}

const toRow = ({ id, name, joinedAt }: Guild): JoinedGuild => ({ id, name, joinedAt });
