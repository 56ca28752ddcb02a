import type { Snowflake } from 'discord.js';
import type { CaseType } from '../cases/case-type.ts';
import type { ModerationContext } from '../context.ts';
import { CaseStatisticsRepository } from '../database/case-statistics-repository.ts';

/** What one moderator did. */
export interface ModeratorTotals {
  readonly moderatorId: Snowflake;
  readonly total: number;
  readonly byType: ReadonlyMap<CaseType, number>;
}

export interface StatisticsRequest {
  readonly guildId: Snowflake;
  /** 1 to 365. */
  readonly days: number;
  readonly moderatorId?: Snowflake | undefined;
}

const DAY_MS = 86_400_000;

/** Tells who did how much. */
export class ModeratorStatistics {
  readonly #actions: CaseStatisticsRepository;

  constructor({ db }: ModerationContext) {
    this.#actions = new CaseStatisticsRepository(db);
  }

  /** The totals of each moderator in the last days, the busiest first. */
  async totals({ guildId, days, moderatorId }: StatisticsRequest): Promise<ModeratorTotals[]> {
    const since = new Date(Date.now() - days * DAY_MS);
    const counts = await this.#actions.count({ guildId, since, moderatorId });
    return [...Map.groupBy(counts, (count) => count.moderatorId)]
      .map(([id, own]) => ({
        moderatorId: id,
        total: own.reduce((sum, { cases }) => sum + cases, 0),
        byType: new Map(own.map(({ type, cases }) => [type, cases])),
      }))
      .toSorted((one, other) => other.total - one.total);
  }
}
