import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type RawBuilder, sql } from 'kysely';
import {
  type DayNumbers,
  MEASURE_SUMS,
  type Measure,
  type Measures,
  NOTHING,
  type Page,
  type Ranking,
  rankingOf,
} from '../numbers/measures.ts';
import type { Period, Spans } from '../numbers/period.ts';

/** What was done in channels in a period. */
export interface ChannelsQuery extends Period {
  readonly spans: Spans;
  /** Absent: all. */
  readonly channelIds?: readonly Snowflake[];
}

/** What was done in a channel. */
export type ChannelNumbers = Measures & { readonly channelId: Snowflake };

const ORDER = { messages: sql`messages`, voiceSeconds: sql`voice_seconds` } as const;

/** What was done in channels together. */
export async function sumChannels(db: PluginDatabase<'stats'>, query: ChannelsQuery): Promise<Measures> {
  const { rows } = await sql<Measures>`
    select ${MEASURE_SUMS} from stats.channel_sums where ${isSpanned(query)} and ${isAmong(query)}`.execute(
    db,
  );
  return rows[0] ?? NOTHING;
}

/** Those in which most was done; threads and posts count for the channel that they stand in. */
export async function rankChannels(
  db: PluginDatabase<'stats'>,
  query: ChannelsQuery & Page & { readonly by: Measure },
): Promise<Ranking<ChannelNumbers>> {
  const { rows } = await sql<ChannelNumbers & { total: number }>`
    select place.*, count(*) over ()::float8 as total from (
      select coalesce(parent_id, channel_id) as channel_id, ${MEASURE_SUMS} from (
        select channel_id, sum(messages) as messages, sum(attachments) as attachments,
          sum(reactions) as reactions, sum(voice_seconds) as voice_seconds
        from stats.channel_sums where ${isSpanned(query)} and ${isAmong(query)} group by channel_id
      ) as done left join stats.channels using (channel_id)
      group by 1
    ) as place
    where ${ORDER[query.by]} > 0
    order by ${ORDER[query.by]} desc, channel_id limit ${query.limit} offset ${query.offset}`.execute(db);
  return rankingOf(rows);
}

/** What was done in channels on each day on which anything was. */
export async function daysOfChannels(
  db: PluginDatabase<'stats'>,
  query: Omit<ChannelsQuery, 'spans'>,
): Promise<readonly DayNumbers[]> {
  const { rows } = await sql<DayNumbers>`
    select start::text as day, ${MEASURE_SUMS} from stats.channel_sums
    where ${isInDays(query)} and ${isAmong(query)} group by start`.execute(db);
  return rows;
}

/** The same of each channel, by day. */
export async function daysByChannel(
  db: PluginDatabase<'stats'>,
  query: Omit<ChannelsQuery, 'spans'>,
): Promise<readonly (ChannelNumbers & DayNumbers)[]> {
  const { rows } = await sql<ChannelNumbers & DayNumbers>`
    select start::text as day, channel_id, messages::float8, attachments::float8, reactions::float8,
      voice_seconds::float8
    from stats.channel_sums where ${isInDays(query)} and ${isAmong(query)} order by start, channel_id`.execute(
    db,
  );
  return rows;
}

/** The last day of a guild on which anything was done. */
export async function latestDay(
  db: PluginDatabase<'stats'>,
  guildId: Snowflake,
): Promise<string | undefined> {
  const { rows } = await sql<{ day: string }>`
    select start::text as day from stats.channel_sums where guild_id = ${guildId} and not is_month
    order by guild_id desc, is_month desc, start desc limit 1`.execute(db);
  return rows[0]?.day;
}

function isSpanned({ guildId, spans: { months, days } }: ChannelsQuery): RawBuilder<unknown> {
  return sql`guild_id = ${guildId} and (
    (is_month and start = any(${months}::date[])) or (not is_month and start = any(${days}::date[])))`;
}

function isInDays({ guildId, from, to }: Period): RawBuilder<unknown> {
  return sql`guild_id = ${guildId} and not is_month and start between ${from}::date and ${to}::date`;
}

function isAmong({ channelIds }: Pick<ChannelsQuery, 'channelIds'>): RawBuilder<unknown> {
  return channelIds ? sql`channel_id = any(${channelIds}::bigint[])` : sql`true`;
}
