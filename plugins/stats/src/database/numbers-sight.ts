import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { Period } from '../numbers/period.ts';

/** A channel in which something was counted. */
export interface CountedChannel {
  readonly channelId: Snowflake;
  /** Where a thread or post stands. */
  readonly parentId: Snowflake | null;
  readonly isPrivate: boolean;
  readonly messages: number;
}

/** The channels in which something was counted in the months of a period. */
export async function countedChannels(
  db: PluginDatabase<'stats'>,
  { guildId, from, to }: Period,
): Promise<readonly CountedChannel[]> {
  const { rows } = await sql<CountedChannel>`
    select counted.channel_id, channels.parent_id, private_threads.channel_id is not null as is_private, counted.messages
    from (
      select channel_id, sum(messages)::float8 as messages from stats.channel_sums
      where guild_id = ${guildId} and is_month
        and start between date_trunc('month', ${from}::date)::date and ${to}::date
      group by channel_id
    ) as counted
    left join stats.channels using (channel_id)
    left join stats.private_threads using (channel_id)
  `.execute(db);
  return rows;
}

/** A channel and the threads or posts in it that are known. */
export async function channelWithThreads(
  db: PluginDatabase<'stats'>,
  guildId: Snowflake,
  channelIds: readonly Snowflake[],
): Promise<readonly Omit<CountedChannel, 'messages'>[]> {
  const { rows } = await sql<Omit<CountedChannel, 'messages'>>`
    select channels.channel_id, channels.parent_id, private_threads.channel_id is not null as is_private
    from stats.channels left join stats.private_threads using (channel_id)
    where channels.guild_id = ${guildId} and parent_id = any(${channelIds}::bigint[])
  `.execute(db);
  return [...channelIds.map((channelId) => ({ channelId, parentId: null, isPrivate: false })), ...rows];
}

/** Notes that a thread is private: once it is archived, Discord does not tell any more. */
export async function notePrivateThread(
  db: PluginDatabase<'stats'>,
  guildId: Snowflake,
  channelId: Snowflake,
): Promise<void> {
  await db
    .insertInto('stats.private_threads')
    .values({ guildId, channelId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
