import { sql } from 'kysely';
import type { StatsTransaction } from '../context.ts';
import type { MemberEvent, VoiceStay } from '../counting/batch.ts';
import { chunks } from './activity-repository.ts';

const OPTED_OUT = sql`exists (
  select from stats.opt_outs where opt_outs.guild_id = given.guild_id and opt_outs.user_id = given.user_id
)`;

/** Notes who came and went; an event that comes twice counts once. */
export async function addMemberEvents(
  transaction: StatsTransaction,
  events: readonly MemberEvent[],
): Promise<void> {
  for (const rows of chunks(events)) {
    await sql`
      insert into stats.member_events (guild_id, user_id, kind, at, day, joined_at)
      select guild_id, case when ${OPTED_OUT} then null else user_id end, kind, at, day, joined_at from unnest(
        ${rows.map(({ guildId }) => guildId)}::bigint[], ${rows.map(({ userId }) => userId)}::bigint[],
        ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ at }) => at.toISOString())}::timestamptz[],
        ${rows.map(({ day }) => day)}::date[],
        ${rows.map(({ joinedAt }) => joinedAt?.toISOString() ?? null)}::timestamptz[]
      ) as given (guild_id, user_id, kind, at, day, joined_at)
      on conflict do nothing
    `.execute(transaction);
  }
}

/** Moves stays in voice channels on. */
export async function addStays(transaction: StatsTransaction, stays: readonly VoiceStay[]): Promise<void> {
  for (const rows of chunks(stays)) {
    await sql`
      insert into stats.voice_sessions as target
        (guild_id, user_id, channel_id, started_at, counted_to, ended_at, seconds)
      select guild_id, user_id, channel_id, started_at, counted_to, ended_at, seconds from unnest(
        ${rows.map(({ guildId }) => guildId)}::bigint[], ${rows.map(({ userId }) => userId)}::bigint[],
        ${rows.map(({ channelId }) => channelId)}::bigint[],
        ${rows.map(({ startedAt }) => startedAt.toISOString())}::timestamptz[],
        ${rows.map(({ countedTo }) => countedTo.toISOString())}::timestamptz[],
        ${rows.map(({ endedAt }) => endedAt?.toISOString() ?? null)}::timestamptz[],
        ${rows.map(({ seconds }) => seconds)}::integer[]
      ) as given (guild_id, user_id, channel_id, started_at, counted_to, ended_at, seconds)
      where not ${OPTED_OUT}
      on conflict (guild_id, user_id, started_at) do update set
        counted_to = excluded.counted_to, ended_at = excluded.ended_at, seconds = target.seconds + excluded.seconds
    `.execute(transaction);
  }
}
