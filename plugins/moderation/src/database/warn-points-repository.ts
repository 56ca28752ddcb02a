import type { PluginDatabase } from '@twi/database';
import { type Selectable, sql } from 'kysely';
import type { WarnPointsTable } from './schema.ts';

/** The points that warnings add until they expire. */
export class WarnPointsRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  async add(points: Selectable<WarnPointsTable>): Promise<void> {
    await this.#db.insertInto('moderation.warn_points').values(points).execute();
  }

  /** The points of a person that count now: neither expired nor of a deleted warning. */
  async total(guildId: string, userId: string): Promise<number> {
    const { points } = await this.#db
      .selectFrom('moderation.warn_points as added')
      .innerJoin('moderation.cases as warning', (join) =>
        join.onRef('warning.guildId', '=', 'added.guildId').onRef('warning.number', '=', 'added.caseNumber'),
      )
      .select(sql<string>`coalesce(sum(added.points), 0)`.as('points'))
      .where('added.guildId', '=', guildId)
      .where('added.userId', '=', userId)
      .where('added.expiresAt', '>', sql<Date>`now()`)
      .where('warning.deletedAt', 'is', null)
      .executeTakeFirstOrThrow();
    return Number(points);
  }
}
