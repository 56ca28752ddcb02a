import type { PluginDatabase } from '@twi/database';
import { sql } from 'kysely';
import type { Period } from '../numbers/period.ts';

/** Who came and went on a day, in numbers. */
export interface GrowthDay {
  readonly day: string;
  readonly joins: number;
  readonly leaves: number;
}

/** Joins and leaves on each day on which there was any. */
export async function daysOfGrowth(
  db: PluginDatabase<'stats'>,
  { guildId, from, to }: Period,
): Promise<readonly GrowthDay[]> {
  const { rows } = await sql<GrowthDay>`
    select day::text, count(*) filter (where kind = 'join')::float8 as joins,
      count(*) filter (where kind = 'leave')::float8 as leaves
    from stats.member_events
    where guild_id = ${guildId} and day between ${from}::date and ${to}::date group by day`.execute(db);
  return rows;
}
