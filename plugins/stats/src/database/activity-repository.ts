import { sql } from 'kysely';
import type { StatsTransaction } from '../context.ts';
import type { Activity, EmojiUse } from '../counting/batch.ts';

/** Rows in one statement, so that neither side is busy for long. */
const AT_ONCE = 5_000;

/** Those who opted out are left out here, so that nothing that waits to be written can come back. */
const NOT_OPTED_OUT = sql`not exists (
  select from stats.opt_outs where opt_outs.guild_id = given.guild_id and opt_outs.user_id = given.user_id
)`;

const SUM = sql`
  messages = target.messages + excluded.messages,
  attachments = target.attachments + excluded.attachments,
  reactions = target.reactions + excluded.reactions,
  voice_seconds = target.voice_seconds + excluded.voice_seconds`;

/** Adds to what members did, by hour and by day. */
export async function addActivity(
  transaction: StatsTransaction,
  activity: readonly Activity[],
): Promise<void> {
  for (const rows of chunks(activity)) {
    await sql`
      with given as materialized (
        select * from unnest(
          ${rows.map(({ guildId }) => guildId)}::bigint[], ${rows.map(({ channelId }) => channelId)}::bigint[],
          ${rows.map(({ userId }) => userId)}::bigint[], ${rows.map(({ hour }) => new Date(hour).toISOString())}::timestamptz[],
          ${rows.map(({ day }) => day)}::date[],
          ${rows.map(({ messages }) => messages)}::integer[], ${rows.map(({ attachments }) => attachments)}::integer[],
          ${rows.map(({ reactions }) => reactions)}::integer[], ${rows.map(({ voiceSeconds }) => voiceSeconds)}::integer[]
        ) as given (guild_id, channel_id, user_id, hour, day, messages, attachments, reactions, voice_seconds)
        where ${NOT_OPTED_OUT}
      ), by_hour as (
        insert into stats.activity_hours as target
          (guild_id, channel_id, user_id, hour, day, messages, attachments, reactions, voice_seconds)
        select guild_id, channel_id, user_id, hour, day, messages, attachments, reactions, voice_seconds from given
        on conflict (guild_id, day, hour, channel_id, user_id) do update set ${SUM}
      )
      insert into stats.activity_days as target
        (guild_id, channel_id, user_id, day, messages, attachments, reactions, voice_seconds)
      select guild_id, channel_id, user_id, day, sum(messages), sum(attachments), sum(reactions), sum(voice_seconds)
      from given group by guild_id, channel_id, user_id, day
      on conflict (guild_id, day, channel_id, user_id) do update set ${SUM}
    `.execute(transaction);
  }
}

/** Adds to which emoji members used. */
export async function addEmoji(transaction: StatsTransaction, uses: readonly EmojiUse[]): Promise<void> {
  for (const rows of chunks(uses)) {
    await sql`
      insert into stats.emoji_days as target (guild_id, user_id, day, emoji, name, in_messages, in_reactions)
      select guild_id, user_id, day, emoji, name, in_messages, in_reactions from unnest(
        ${rows.map(({ guildId }) => guildId)}::bigint[], ${rows.map(({ userId }) => userId)}::bigint[],
        ${rows.map(({ day }) => day)}::date[], ${rows.map(({ emoji }) => emoji)}::text[],
        ${rows.map(({ name }) => name)}::text[], ${rows.map(({ inMessages }) => inMessages)}::integer[],
        ${rows.map(({ inReactions }) => inReactions)}::integer[]
      ) as given (guild_id, user_id, day, emoji, name, in_messages, in_reactions)
      where ${NOT_OPTED_OUT}
      on conflict (guild_id, day, emoji, user_id) do update set
        name = coalesce(excluded.name, target.name),
        in_messages = target.in_messages + excluded.in_messages,
        in_reactions = target.in_reactions + excluded.in_reactions
    `.execute(transaction);
  }
}

/** Parts of rows that fit into one statement. */
export function* chunks<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += AT_ONCE) yield rows.slice(start, start + AT_ONCE);
}
