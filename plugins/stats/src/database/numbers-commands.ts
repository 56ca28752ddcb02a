import type { PluginDatabase } from '@twi/database';
import { type RawBuilder, sql } from 'kysely';
import { type Page, type Ranking, rankingOf } from '../numbers/measures.ts';
import { momentsOf, type Period } from '../numbers/period.ts';

/** How often a command was used. */
export interface CommandNumbers {
  /** Such as `stats server`. */
  readonly command: string;
  readonly uses: number;
  /** Uses that failed: what was refused is none. */
  readonly failures: number;
  readonly people: number;
}

interface CommandsQuery extends Period {
  readonly timeZone: string;
}

/** The commands that were used most. */
export async function rankCommands(
  db: PluginDatabase<'stats'>,
  query: CommandsQuery & Page,
): Promise<Ranking<CommandNumbers>> {
  const { rows } = await sql<CommandNumbers & { total: number }>`
    select command, count(*)::float8 as uses, count(*) filter (where outcome = 'failed')::float8 as failures,
      count(distinct user_id)::float8 as people, count(*) over ()::float8 as total
    from core.command_usages as usage where ${isCounted(query)}
    group by command order by uses desc, command limit ${query.limit} offset ${query.offset}`.execute(db);
  return rankingOf(rows);
}

/** How often commands were used on each day on which any was. */
export async function daysOfCommands(
  db: PluginDatabase<'stats'>,
  query: CommandsQuery,
): Promise<readonly { readonly day: string; readonly uses: number }[]> {
  const { rows } = await sql<{ day: string; uses: number }>`
    select (used_at at time zone ${query.timeZone})::date::text as day, count(*)::float8 as uses
    from core.command_usages as usage where ${isCounted(query)} group by 1`.execute(db);
  return rows;
}

/** In the days of the guild's clock, by whoever did not opt out. */
function isCounted({ guildId, timeZone, ...days }: CommandsQuery): RawBuilder<unknown> {
  const { from, until } = momentsOf(days, timeZone);
  return sql`usage.guild_id = ${guildId}
    and used_at >= ${from.toISOString()}::timestamptz and used_at < ${until.toISOString()}::timestamptz
    and not exists (
      select from stats.opt_outs where opt_outs.guild_id = usage.guild_id and opt_outs.user_id = usage.user_id
    )`;
}
