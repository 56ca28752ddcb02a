import type { PluginDatabase } from '@twi/database';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { CaseKey } from './case-repository.ts';
import type { WarnPointsTable } from './schema.ts';

/** The points that warnings add until they expire. */
export class WarnPointsRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  async add(points: Insertable<WarnPointsTable>): Promise<void> {
    await this.#db.insertInto('moderation.warn_points').values(points).execute();
  }

  /** The points of a warning whose consequences are still to come. */
  findUnfollowed({ guildId, number }: CaseKey): Promise<Selectable<WarnPointsTable> | undefined> {
    return this.#db
      .selectFrom('moderation.warn_points')
      .selectAll()
      .where((eb) => eb.and({ guildId, caseNumber: number }))
      .where('followedAt', 'is', null)
      .executeTakeFirst();
  }

  /** Up to `limit` warnings from before `warnedBefore` whose consequences are still to come. */
  listUnfollowed(warnedBefore: Date, limit: number): Promise<CaseKey[]> {
    return this.#db
      .selectFrom('moderation.warn_points as added')
      .innerJoin('moderation.cases as warning', (join) =>
        join.onRef('warning.guildId', '=', 'added.guildId').onRef('warning.number', '=', 'added.caseNumber'),
      )
      .select(['warning.guildId', 'warning.number'])
      .where('added.followedAt', 'is', null)
      .where('warning.createdAt', '<', warnedBefore)
      .limit(limit)
      .execute();
  }

  /** Records that nothing more comes of a warning. */
  async markFollowed({ guildId, number }: CaseKey): Promise<void> {
    await this.#db
      .updateTable('moderation.warn_points')
      .set({ followedAt: sql<Date>`now()` })
      .where((eb) => eb.and({ guildId, caseNumber: number }))
      .execute();
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
