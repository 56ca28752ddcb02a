import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';

/** A time in which the bot was away, and how many members there were before and after. */
export interface Absence {
  readonly goneAt: Date;
  readonly backAt: Date;
  readonly membersBefore: number;
  readonly membersAfter: number;
}

/** Those that reach into a time, the latest first. */
export async function absencesIn(
  db: PluginDatabase<'stats'>,
  guildId: Snowflake,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly Absence[]> {
  return db
    .selectFrom('stats.absences')
    .select(['goneAt', 'backAt', 'membersBefore', 'membersAfter'])
    .where('guildId', '=', guildId)
    .where('goneAt', '<', until)
    .where('backAt', '>', from)
    .orderBy('goneAt', 'desc')
    .execute();
}
