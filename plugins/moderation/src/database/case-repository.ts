import { type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { Insertable, Selectable, Updateable } from 'kysely';
import { caseNotFound } from '../errors.ts';
import type { CasesTable, DmState } from './schema.ts';

export type Case = Selectable<CasesTable>;

/** What a case is opened with; its number is the database's business. */
export type NewCase = Omit<Insertable<CasesTable>, 'number' | 'deletedAt' | 'failure' | 'liftFailure'>;

/** Which case: numbers count in each guild. */
export interface CaseKey {
  readonly guildId: Snowflake;
  readonly number: number;
}

/** What is known only when an action is done; what is absent stays as it was. */
export interface CaseFacts {
  readonly dmState?: DmState | undefined;
  readonly expiresAt?: Date | undefined;
  /** Why a ban that should be over could not be lifted. */
  readonly liftFailure?: string | undefined;
}

/** Opens cases and moves them on. */
export class CaseRepository {
  readonly #db: PluginDatabase<'moderation'>;
  readonly #cases: SoftDeleteTable<PluginTables<'moderation'>, 'moderation.cases'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
    this.#cases = new SoftDeleteTable(db, 'moderation.cases');
  }

  /**
   * Opens the guild's next case. Counter and case are one statement, so a number is taken exactly when its case exists;
   * the counter's row lock keeps numbers free of gaps and repeats.
   */
  async open(values: NewCase): Promise<Case> {
    return this.#db
      .with('counter', (db) =>
        db
          .insertInto('moderation.case_counters')
          .values({ guildId: values.guildId, lastNumber: 1 })
          .onConflict((conflict) =>
            conflict
              .column('guildId')
              .doUpdateSet((eb) => ({ lastNumber: eb('moderation.case_counters.lastNumber', '+', 1) })),
          )
          .returning('lastNumber'),
      )
      .insertInto('moderation.cases')
      .values((eb) => ({ ...values, number: eb.selectFrom('counter').select('lastNumber') }))
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  /** @throws {UserError} `moderation.case-not-found`, also for deleted cases. */
  async get({ guildId, number }: CaseKey): Promise<Case> {
    return this.#cases
      .selectLive()
      .selectAll()
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirstOrThrow(() => new UserError(caseNotFound(number)));
  }

  /** The case, when Discord has not answered yet as far as we know. */
  async findPending({ guildId, number }: CaseKey): Promise<Case | undefined> {
    return this.#db
      .selectFrom('moderation.cases')
      .selectAll()
      .where((eb) => eb.and({ guildId, number, state: 'pending' }))
      .executeTakeFirst();
  }

  /** The case that the points of a warning led to, whatever became of it. */
  async findCausedBy({ guildId, number }: CaseKey): Promise<Case | undefined> {
    return this.#db
      .selectFrom('moderation.cases')
      .selectAll()
      .where((eb) => eb.and({ guildId, causedBy: number }))
      .executeTakeFirst();
  }

  /** Up to `limit` cases that have been pending since before `openedBefore`, newest first. */
  async listPending(openedBefore: Date, limit: number): Promise<CaseKey[]> {
    return this.#db
      .selectFrom('moderation.cases')
      .select(['guildId', 'number'])
      .where('state', '=', 'pending')
      .where('createdAt', '<', openedBefore)
      .orderBy('createdAt', 'desc')
      .limit(limit)
      .execute();
  }

  /** Records that it took place. Whoever did it knows best, so it also overrules a case that was given up. */
  async complete(key: CaseKey, { dmState, expiresAt, liftFailure }: CaseFacts): Promise<Case> {
    return this.#change(key, {
      state: 'done',
      failure: null,
      ...(dmState && { dmState }),
      ...(expiresAt && { expiresAt }),
      ...(liftFailure && { liftFailure }),
    });
  }

  /** Records that it did not take place, and why; a case that is settled stays as it is. */
  async fail({ guildId, number }: CaseKey, failure: string, dmState?: DmState): Promise<void> {
    await this.#db
      .updateTable('moderation.cases')
      .set({ state: 'failed', failure, ...(dmState && { dmState }) })
      .where((eb) => eb.and({ guildId, number, state: 'pending' }))
      .execute();
  }

  /** Marks a case as deleted, or takes that back; `undefined` when it was so already or there is no such case. */
  async setDeleted({ guildId, number }: CaseKey, isDeleted: boolean): Promise<Case | undefined> {
    return (isDeleted ? this.#cases.markDeleted() : this.#cases.restore())
      .where((eb) => eb.and({ guildId, number }))
      .returningAll()
      .executeTakeFirst();
  }

  /** The case, also when it is deleted. @throws {UserError} `moderation.case-not-found` */
  async getDeletedOrLive({ guildId, number }: CaseKey): Promise<Case> {
    return this.#db
      .selectFrom('moderation.cases')
      .selectAll()
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirstOrThrow(() => new UserError(caseNotFound(number)));
  }

  /** Replaces the reason, if it still is `before`; `undefined` when it is not. */
  async replaceReason(
    { guildId, number }: CaseKey,
    before: string | null,
    after: string | null,
  ): Promise<Case | undefined> {
    return this.#cases
      .updateLive()
      .set({ reason: after })
      .where((eb) => eb.and({ guildId, number }))
      .where('reason', 'is not distinct from', before)
      .returningAll()
      .executeTakeFirst();
  }

  /** Records what became of the message to the target. */
  async recordDm(key: CaseKey, dmState: DmState): Promise<Case> {
    return this.#change(key, { dmState });
  }

  /** Records why the ban could not be lifted, or `null` when that is over. */
  async recordLiftFailure(key: CaseKey, liftFailure: string | null): Promise<void> {
    await this.#change(key, { liftFailure });
  }

  async #change({ guildId, number }: CaseKey, values: Updateable<CasesTable>): Promise<Case> {
    return this.#db
      .updateTable('moderation.cases')
      .set(values)
      .where((eb) => eb.and({ guildId, number }))
      .returningAll()
      .executeTakeFirstOrThrow();
  }
}
