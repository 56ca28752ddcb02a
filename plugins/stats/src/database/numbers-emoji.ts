import type { PluginDatabase } from '@twi/database';
import { sql } from 'kysely';
import { type Page, type Ranking, rankingOf } from '../numbers/measures.ts';
import type { Period, Spans } from '../numbers/period.ts';

/** How often an emoji was used. */
export interface EmojiNumbers {
  /** A character, or the id of a custom emoji. */
  readonly emoji: string;
  /** The last name of a custom emoji. */
  readonly name: string | null;
  /** In how many messages. */
  readonly inMessages: number;
  readonly inReactions: number;
}

/** The emoji that were used most. */
export async function rankEmoji(
  db: PluginDatabase<'stats'>,
  { guildId, spans: { months, days }, limit, offset }: Period & Page & { readonly spans: Spans },
): Promise<Ranking<EmojiNumbers>> {
  const { rows } = await sql<EmojiNumbers & { total: number }>`
    select emoji, max(name) as name, sum(in_messages)::float8 as in_messages, sum(in_reactions)::float8 as in_reactions,
      count(*) over ()::float8 as total
    from stats.emoji_sums
    where guild_id = ${guildId} and (
      (is_month and start = any(${months}::date[])) or (not is_month and start = any(${days}::date[])))
    group by emoji
    order by sum(in_messages + in_reactions) desc, emoji limit ${limit} offset ${offset}`.execute(db);
  return rankingOf(rows);
}
