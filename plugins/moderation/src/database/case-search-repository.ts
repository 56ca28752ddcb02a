import {
  asNumber,
  LARGEST_INTEGER,
  numberRanges,
  type Page,
  paginate,
  type PluginDatabase,
  type PluginTables,
  SoftDeleteTable,
} from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { CaseType } from '../cases/case-type.ts';
import type { Case } from './case-repository.ts';

const PAGE_SIZE = 10;

/** Which cases of a guild; what is absent does not matter. */
export interface CaseFilter {
  readonly guildId: Snowflake;
  readonly targetId?: Snowflake | undefined;
  readonly moderatorId?: Snowflake | undefined;
  readonly type?: CaseType | undefined;
}

/** Finds cases that are not deleted. */
export class CaseSearchRepository {
  readonly #db: PluginDatabase<'moderation'>;
  readonly #cases: SoftDeleteTable<PluginTables<'moderation'>, 'moderation.cases'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
    this.#cases = new SoftDeleteTable(db, 'moderation.cases');
  }

  /**
   * A page of at most ten cases, newest first.
   *
   * @throws {CursorError} when the cursor belongs to another list.
   */
  async list(filter: CaseFilter, cursor?: string): Promise<Page<Case>> {
    return paginate(this.#matching(filter).selectAll(), {
      orderBy: [{ column: 'number', direction: 'desc' }],
      limit: PAGE_SIZE,
      cursor,
    });
  }

  /** How many cases of each type took place. */
  async countByType(filter: CaseFilter): Promise<ReadonlyMap<CaseType, number>> {
    const rows = await this.#matching(filter)
      .select((eb) => ['type', asNumber(eb.fn.countAll()).as('cases')])
      .where('state', '=', 'done')
      .groupBy('type')
      .execute();
    return new Map(rows.map(({ type, cases }) => [type, cases]));
  }

  /** The newest case about a person of one of these types that took place, deleted or not; older than `before`. */
  async findLast(
    { guildId, targetId }: { readonly guildId: Snowflake; readonly targetId: Snowflake },
    types: readonly CaseType[],
    before = LARGEST_INTEGER,
  ): Promise<Case | undefined> {
    return this.#db
      .selectFrom('moderation.cases')
      .selectAll()
      .where((eb) => eb.and({ guildId, targetId, state: 'done' }))
      .where('type', 'in', types)
      .where('number', '<', before)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
  }

  /** The newest live (or deleted) cases of a guild whose numbers begin with the digits; all where there are none. */
  async suggest(guildId: Snowflake, digits: string, limit: number, deleted = false): Promise<Case[]> {
    const ranges = numberRanges(digits);
    const cases = deleted ? this.#cases.selectDeleted() : this.#cases.selectLive();
    return cases
      .selectAll()
      .where('guildId', '=', guildId)
      .where((eb) => eb.or(ranges.map(([from, to]) => eb.between('number', from, to))))
      .orderBy('number', 'desc')
      .limit(limit)
      .execute();
  }

  #matching({ guildId, targetId, moderatorId, type }: CaseFilter) {
    return this.#cases.selectLive().where((eb) =>
      eb.and({
        guildId,
        ...(targetId && { targetId }),
        ...(moderatorId && { moderatorId }),
        ...(type && { type }),
      }),
    );
  }
}
