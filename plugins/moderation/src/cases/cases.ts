import type { Page } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { ModerationContext } from '../context.ts';
import { type Case, type CaseKey, CaseRepository } from '../database/case-repository.ts';
import { type CaseFilter, CaseSearchRepository } from '../database/case-search-repository.ts';
import type { Escalation } from '../escalation/escalation.ts';
import type { CaseType } from './case-type.ts';

export interface CaseHistory {
  readonly page: Page<Case>;
  /** How many cases of each type took place. */
  readonly totals: ReadonlyMap<CaseType, number>;
  /** The points of warnings that count now. */
  readonly points: number;
}

/** Reads what was recorded. */
export class Cases {
  readonly #points: Pick<Escalation, 'pointsOf'>;
  readonly #cases: CaseRepository;
  readonly #search: CaseSearchRepository;

  constructor({ db }: ModerationContext, points: Pick<Escalation, 'pointsOf'>) {
    this.#points = points;
    this.#cases = new CaseRepository(db);
    this.#search = new CaseSearchRepository(db);
  }

  /** @throws {UserError} `moderation.case-not-found` */
  get(key: CaseKey): Promise<Case> {
    return this.#cases.get(key);
  }

  /** The case, also when it is deleted. @throws {UserError} `moderation.case-not-found` */
  getDeletedOrLive(key: CaseKey): Promise<Case> {
    return this.#cases.getDeletedOrLive(key);
  }

  /** The newest case about a person of one of the types that took place, deleted or not; older than `before`. */
  last(
    about: { readonly guildId: Snowflake; readonly targetId: Snowflake },
    types: readonly CaseType[],
    before?: number,
  ): Promise<Case | undefined> {
    return this.#search.findLast(about, types, before);
  }

  /** A page of cases, newest first; `cursor` is `next` or `previous` of another page with the same filter. */
  list(filter: CaseFilter, cursor?: string): Promise<Page<Case>> {
    return this.#search.list(filter, cursor);
  }

  /** What a person has behind them: totals, and a page of cases. */
  async history(
    filter: CaseFilter & { readonly targetId: Snowflake },
    cursor?: string,
  ): Promise<CaseHistory> {
    const [page, totals, points] = await Promise.all([
      this.#search.list(filter, cursor),
      this.#search.countByType(filter),
      this.#points.pointsOf(filter.guildId, filter.targetId),
    ]);
    return { page, totals, points };
  }

  /** The newest cases whose numbers begin with `digits`. */
  suggest(guildId: Snowflake, digits: string, limit: number, deleted = false): Promise<Case[]> {
    return this.#search.suggest(guildId, digits, limit, deleted);
  }
}
