import { sql } from 'kysely';
import type { StatsTransaction } from '../context.ts';
import type { Position } from '../counting/batch.ts';
import { chunks } from './activity-repository.ts';

/**
 * Moves channels on to where they are counted. Where messages came before that nobody saw, they become a gap: those after
 * what the database knows as counted, up to where the process began.
 */
export async function movePositions(
  transaction: StatsTransaction,
  positions: readonly Position[],
): Promise<void> {
  for (const rows of chunks(positions)) {
    await sql`
      with given as (
        select given.*, start_id,
          greatest(channels.counted_to, start_id) as missed_from, channels.counted_after as was_after
        from unnest(
          ${rows.map(({ channelId }) => channelId)}::bigint[], ${rows.map(({ guildId }) => guildId)}::bigint[],
          ${rows.map(({ parentId }) => parentId)}::bigint[], ${rows.map(({ gapTo = 0n }) => String(gapTo))}::bigint[],
          ${rows.map(({ countedTo }) => String(countedTo))}::bigint[],
          ${rows.map(({ countedAfter }) => `{${countedAfter.join()}}`)}::text[]
        ) as given (channel_id, guild_id, parent_id, gap_to, counted_to, counted_after)
        join stats.counted_guilds using (guild_id)
        left join stats.channels on channels.channel_id = given.channel_id
      ), missed as (
        insert into stats.gaps (guild_id, channel_id, from_id, after_id, until_id, except_ids)
        select guild_id, channel_id, missed_from, missed_from, gap_to, coalesce(was_after, '{}')
        from given where missed_from < gap_to
      )
      insert into stats.channels as target (channel_id, guild_id, parent_id, live_from, counted_to, counted_after)
      select channel_id, guild_id, parent_id, start_id, greatest(counted_to, start_id), counted_after::bigint[]
      from given
      on conflict (channel_id) do update set
        parent_id = coalesce(excluded.parent_id, target.parent_id),
        past = case when target.counted_to < excluded.live_from
          then target.past + int8multirange(int8range(target.live_from + 1, target.counted_to + 1))
          else target.past end,
        live_from = case when target.counted_to < excluded.live_from then excluded.live_from else target.live_from end,
        counted_to = greatest(target.counted_to, excluded.counted_to),
        counted_after = excluded.counted_after
    `.execute(transaction);
  }
}
