import { asNumber, type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { CaseType } from '../cases/case-type.ts';

/** How many actions of one type somebody took. */
export interface ActionCount {
  readonly moderatorId: Snowflake;
  readonly type: CaseType;
  readonly cases: number;
}

/** Which actions to count. */
export interface StatisticsFilter {
  readonly guildId: Snowflake;
  readonly since: Date;
  readonly moderatorId?: Snowflake | undefined;
}

/** Counts what moderators did. */
export class CaseStatisticsRepository {
  readonly #cases: SoftDeleteTable<PluginTables<'moderation'>, 'moderation.cases'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#cases = new SoftDeleteTable(db, 'moderation.cases');
  }

  /** What took place, by moderator and type. */
  async count({ guildId, since, moderatorId }: StatisticsFilter): Promise<ActionCount[]> {
    return this.#cases
      .selectLive()
      .select((eb) => ['moderatorId', 'type', asNumber(eb.fn.countAll()).as('cases')])
      .where((eb) => eb.and({ guildId, state: 'done', ...(moderatorId && { moderatorId }) }))
      .where('createdAt', '>=', since)
      .groupBy(['moderatorId', 'type'])
      .execute();
  }
}
