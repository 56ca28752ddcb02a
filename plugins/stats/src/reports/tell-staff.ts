import { reply, translator } from '@twi/sdk';
import { DiscordAPIError, type Guild, type Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';
import { writableChannel } from './writable-channel.ts';

/** Tells those who run a server that its channel takes no reports: where Discord tells them its news, else the owner directly. */
export async function tellStaff(
  { logger }: Pick<StatsContext, 'logger'>,
  guild: Guild,
  channelId: Snowflake,
): Promise<void> {
  const t = await translator(guild);
  const isThere = guild.channels.cache.has(channelId);
  const text = isThere ? t('stats:reports.broken', { channelId }) : t('stats:reports.gone');
  const notice = reply.warning(text, { footer: guild.name });
  const updates = guild.publicUpdatesChannel && writableChannel(guild, guild.publicUpdatesChannel.id);
  const places = [...(updates && updates.id !== channelId ? [updates] : []), await guild.fetchOwner()];
  for (const place of places) {
    try {
      await place.send(notice);
      return;
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      logger.debug('A place of the staff takes no messages.', error);
    }
  }
  logger.warn(`Nobody of the guild ${guild.id} could be told that its reports cannot be posted.`);
}
