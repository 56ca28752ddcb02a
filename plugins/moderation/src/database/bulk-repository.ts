import { asNumber, type PluginDatabase } from '@twi/database';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { BulkItemsTable, BulkItemState, BulkRunsTable } from './bulk-tables.ts';

export type BulkRun = Selectable<BulkRunsTable>;
export type BulkItem = Selectable<BulkItemsTable>;
export type NewBulkRun = Omit<Insertable<BulkRunsTable>, 'caseNumber' | 'leasedUntil' | 'createdAt'>;

/** Which run: its id, and the guild that it must belong to. */
export interface BulkRunKey {
  readonly guildId: string;
  readonly id: string;
}

/** What became of one item. */
export interface BulkOutcome {
  readonly itemId: string;
  readonly caseNumber?: number | undefined;
  /** Absent: it is done. */
  readonly failure?: string | undefined;
}

/** How many items are in each state. */
export type BulkCounts = Readonly<Record<BulkItemState, number>>;

/** How long a process may be silent before another takes over. */
const LEASE = sql<Date>`now() + interval '90 seconds'`;

/** Keeps bulk work and how far it has come. */
export class BulkRepository {
  readonly #db: PluginDatabase<'moderation'>;

  constructor(db: PluginDatabase<'moderation'>) {
    this.#db = db;
  }

  async create(run: NewBulkRun, itemIds: readonly string[]): Promise<BulkRun> {
    const created = await this.#db
      .insertInto('moderation.bulk_runs')
      .values(run)
      .returningAll()
      .executeTakeFirstOrThrow();
    await this.#db
      .insertInto('moderation.bulk_items')
      .values(itemIds.map((itemId) => ({ runId: created.id, itemId })))
      .execute();
    return created;
  }

  async find({ guildId, id }: BulkRunKey): Promise<BulkRun | undefined> {
    return this.#db
      .selectFrom('moderation.bulk_runs')
      .selectAll()
      .where((eb) => eb.and({ guildId, id }))
      .executeTakeFirst();
  }

  /** Moves an unanswered question on; `undefined` when it was answered before. */
  async answer(
    { guildId, id }: BulkRunKey,
    answer: { readonly state: 'running' | 'cancelled'; readonly replyToken?: string },
  ): Promise<BulkRun | undefined> {
    return this.#db
      .updateTable('moderation.bulk_runs')
      .set(answer)
      .where((eb) => eb.and({ guildId, id, state: 'asked' }))
      .returningAll()
      .executeTakeFirst();
  }

  /** Takes a run that is under way and that no process is at work on. */
  async claim({ guildId, id }: BulkRunKey): Promise<BulkRun | undefined> {
    return this.#db
      .updateTable('moderation.bulk_runs')
      .set({ leasedUntil: LEASE })
      .where((eb) => eb.and({ guildId, id, state: 'running' }))
      .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', sql<Date>`now()`)]))
      .returningAll()
      .executeTakeFirst();
  }

  /** Says that the process is still at work. */
  async renew({ id }: BulkRun): Promise<void> {
    await this.#db
      .updateTable('moderation.bulk_runs')
      .set({ leasedUntil: LEASE })
      .where('id', '=', id)
      .execute();
  }

  /** Lets another process take over at once. */
  async release({ id }: BulkRun): Promise<void> {
    await this.#db
      .updateTable('moderation.bulk_runs')
      .set({ leasedUntil: null })
      .where('id', '=', id)
      .execute();
  }

  /** Closes a run; tells whether it was still open. */
  async finish({ id }: BulkRun, caseNumber?: number): Promise<boolean> {
    const finished = await this.#db
      .updateTable('moderation.bulk_runs')
      .set({ state: 'done', leasedUntil: null, replyToken: null, caseNumber: caseNumber ?? null })
      .where((eb) => eb.and({ id, state: 'running' }))
      .returning('id')
      .executeTakeFirst();
    return finished !== undefined;
  }

  /** Runs that should be under way and that no process is at work on, oldest first. */
  async listAbandoned(limit: number): Promise<BulkRun[]> {
    return (
      this.#db
        .selectFrom('moderation.bulk_runs')
        .selectAll()
        .where('state', '=', 'running')
        // What fails for a week, for example since the bot is no longer in the guild, is given up.
        .where('createdAt', '>', sql<Date>`now() - interval '7 days'`)
        .where((eb) => eb.or([eb('leasedUntil', 'is', null), eb('leasedUntil', '<', sql<Date>`now()`)]))
        .orderBy('createdAt')
        .limit(limit)
        .execute()
    );
  }

  /** Up to `limit` items that are still to be done, highest ids first. */
  async listWaiting({ id }: BulkRun, limit: number): Promise<BulkItem[]> {
    return this.#itemsIn(id, 'waiting').orderBy('itemId', 'desc').limit(limit).execute();
  }

  async listFailed({ id }: BulkRun): Promise<BulkItem[]> {
    return this.#itemsIn(id, 'failed').orderBy('itemId', 'desc').execute();
  }

  async listDone({ id }: BulkRun): Promise<BulkItem[]> {
    return this.#itemsIn(id, 'done').orderBy('itemId', 'desc').execute();
  }

  async count({ id }: BulkRun): Promise<BulkCounts> {
    const rows = await this.#db
      .selectFrom('moderation.bulk_items')
      .select((eb) => ['state', asNumber(eb.fn.countAll()).as('items')])
      .where('runId', '=', id)
      .groupBy('state')
      .execute();
    const counts = Object.fromEntries(rows.map(({ state, items }) => [state, items]));
    return { waiting: 0, done: 0, failed: 0, ...counts };
  }

  async markTried({ id }: BulkRun, itemIds: readonly string[]): Promise<void> {
    await this.#db
      .updateTable('moderation.bulk_items')
      .set({ triedAt: sql<Date>`now()` })
      .where('runId', '=', id)
      .where('itemId', 'in', itemIds)
      .execute();
  }

  async settle({ id }: BulkRun, { itemId, caseNumber, failure }: BulkOutcome): Promise<void> {
    await this.#db
      .updateTable('moderation.bulk_items')
      .set({
        state: failure === undefined ? 'done' : 'failed',
        caseNumber: caseNumber ?? null,
        failure: failure ?? null,
      })
      .where((eb) => eb.and({ runId: id, itemId }))
      .execute();
  }

  /** Gives up on all items that wait. */
  async failWaiting({ id }: BulkRun, failure: string): Promise<void> {
    await this.#db
      .updateTable('moderation.bulk_items')
      .set({ state: 'failed', failure })
      .where((eb) => eb.and({ runId: id, state: 'waiting' }))
      .execute();
  }

  #itemsIn(runId: string, state: BulkItemState) {
    return this.#db
      .selectFrom('moderation.bulk_items')
      .selectAll()
      .where((eb) => eb.and({ runId, state }));
  }
}
