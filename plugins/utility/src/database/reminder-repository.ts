import {
  asNumber,
  lockUntilCommit,
  type Page,
  paginate,
  type PluginDatabase,
  type PluginTables,
  SoftDeleteTable,
} from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { RemindersTable } from './reminders-table.ts';

const PAGE_SIZE = 8;
/** The job of a reminder that is this late has been lost. */
const OVERDUE_MS = 60_000;
const MOST_TAKEN_UP = 200;

export type Reminder = Selectable<RemindersTable>;
export type NewReminder = Pick<
  Insertable<RemindersTable>,
  'guildId' | 'channelId' | 'userId' | 'text' | 'dueAt'
>;

/** Whose reminders, and where. */
export interface ReminderOwner {
  readonly guildId: Snowflake;
  readonly userId: Snowflake;
}

/** One reminder of somebody. */
export interface ReminderKey {
  readonly id: string;
  readonly userId: Snowflake;
}

/** What members want to be told later. */
export class ReminderRepository {
  readonly #reminders: SoftDeleteTable<PluginTables<'utility'>, 'utility.reminders'>;
  readonly #db: PluginDatabase<'utility'>;

  constructor(db: PluginDatabase<'utility'>) {
    this.#db = db;
    this.#reminders = new SoftDeleteTable(db, 'utility.reminders');
  }

  async add(reminder: NewReminder): Promise<Reminder> {
    return this.#db.insertInto('utility.reminders').values(reminder).returningAll().executeTakeFirstOrThrow();
  }

  /** How many reminders somebody has waiting. To be asked while nobody adds one: see `lockOwner`. */
  async countWaiting(owner: ReminderOwner): Promise<number> {
    const { waiting } = await this.#waiting(owner)
      .select((eb) => asNumber(eb.fn.countAll()).as('waiting'))
      .executeTakeFirstOrThrow();
    return waiting;
  }

  /** Lets nobody else add a reminder of this person to the end of the transaction. */
  async lockOwner({ guildId, userId }: ReminderOwner): Promise<void> {
    await lockUntilCommit(this.#db, `utility reminders ${guildId} ${userId}`);
  }

  /** A page of what somebody has waiting, the next to come first. @throws {CursorError} */
  list(owner: ReminderOwner, cursor?: string): Promise<Page<Reminder>> {
    return paginate(this.#waiting(owner).selectAll(), {
      orderBy: [
        { column: 'dueAt', direction: 'asc' },
        { column: 'id', direction: 'asc' },
      ],
      limit: PAGE_SIZE,
      cursor,
    });
  }

  /** What somebody has waiting whose text or number has the words in it, the next to come first. */
  async suggest(owner: ReminderOwner, words: string, limit: number): Promise<Reminder[]> {
    return this.#waiting(owner)
      .selectAll()
      .where((eb) =>
        eb.or([
          eb(sql`position(lower(${words}) in lower(text))`, '>', 0),
          eb(sql<string>`id::text`, '=', words.replace(/^#/, '')),
        ]),
      )
      .orderBy('dueAt')
      .limit(limit)
      .execute();
  }

  /** A reminder, whatever became of it, but not a deleted one. */
  async find(id: string): Promise<Reminder | undefined> {
    return this.#reminders.selectLive().selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Marks a waiting reminder as not wanted any more; `undefined` where there is none. */
  async cancel({ id, userId }: ReminderKey, guildId: Snowflake): Promise<Reminder | undefined> {
    return this.#reminders
      .markDeleted()
      .where((eb) => eb.and({ id, userId, guildId }))
      .where('deliveredAt', 'is', null)
      .returningAll()
      .executeTakeFirst();
  }

  /** Takes a cancellation back, if the moment is still to come. */
  async restore({ id, userId }: ReminderKey, guildId: Snowflake, now: Date): Promise<Reminder | undefined> {
    return this.#reminders
      .restore()
      .where((eb) => eb.and({ id, userId, guildId }))
      .where('dueAt', '>', now)
      .returningAll()
      .executeTakeFirst();
  }

  /** Lets a reminder that was delivered come once more; `undefined` where it is waiting already. */
  async repeat({ id, userId }: ReminderKey, dueAt: Date): Promise<Reminder | undefined> {
    return this.#reminders
      .updateLive()
      .set({ dueAt, attemptedAt: null, deliveredAt: null })
      .where((eb) => eb.and({ id, userId }))
      .where('deliveredAt', 'is not', null)
      .returningAll()
      .executeTakeFirst();
  }

  /** A reminder that is due and was not delivered; nobody else gets it before the transaction ends. */
  async lockDue(id: string, now: Date): Promise<Reminder | undefined> {
    return this.#reminders
      .selectLive()
      .selectAll()
      .where('id', '=', id)
      .where('deliveredAt', 'is', null)
      .where('dueAt', '<=', now)
      .forUpdate()
      .executeTakeFirst();
  }

  /** Notes that a delivery begins. @returns whether none did before. */
  async beginAttempt(id: string, at: Date): Promise<boolean> {
    const begun = await this.#reminders
      .updateLive()
      .set({ attemptedAt: at })
      .where('id', '=', id)
      .where('attemptedAt', 'is', null)
      .where('deliveredAt', 'is', null)
      .where('dueAt', '<=', at)
      .returning('id')
      .executeTakeFirst();
    return begun !== undefined;
  }

  async markDelivered(id: string, at: Date): Promise<void> {
    await this.#reminders.updateLive().set({ deliveredAt: at }).where('id', '=', id).execute();
  }

  /** Reminders that should have come by now, the newest first: old ones may wait where the plugin is off. */
  async listOverdue(now: Date): Promise<Reminder[]> {
    return this.#reminders
      .selectLive()
      .selectAll()
      .where('deliveredAt', 'is', null)
      .where('dueAt', '<', new Date(now.getTime() - OVERDUE_MS))
      .orderBy('dueAt', 'desc')
      .limit(MOST_TAKEN_UP)
      .execute();
  }

  #waiting({ guildId, userId }: ReminderOwner) {
    return this.#reminders
      .selectLive()
      .where((eb) => eb.and({ guildId, userId }))
      .where('deliveredAt', 'is', null);
  }
}
