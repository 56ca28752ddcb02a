import type { Page } from '@twi/database';
import { time, TimestampStyles, type Snowflake } from 'discord.js';
import { DateTime } from 'luxon';
import type { UtilityContext } from '../context.ts';
import {
  type Reminder,
  type ReminderKey,
  type ReminderOwner,
  ReminderRepository,
} from '../database/reminder-repository.ts';
import { readMoment } from './read-moment.ts';
import { ReminderDelivery } from './reminder-delivery.ts';
import {
  badReminderText,
  LONGEST_REMINDER,
  momentPast,
  momentTooFar,
  MOST_YEARS,
  noSuchReminder,
  notYourReminder,
  reminderGone,
  reminderWaiting,
  tooManyReminders,
  unclearMoment,
} from './reminder-errors.ts';
import { type Snooze, snoozedUntil } from './snooze.ts';

/** What somebody asks to be reminded of. */
export interface ReminderRequest extends ReminderOwner {
  readonly channelId: Snowflake;
  /** As they typed it. */
  readonly when: string;
  readonly text: string;
  /** Their language, as Discord names it. */
  readonly locale: string;
}

/** What members want to be told later. */
export class Reminders {
  readonly #context: UtilityContext;
  readonly #reminders: ReminderRepository;
  readonly #delivery: ReminderDelivery;

  constructor(context: UtilityContext) {
    this.#context = context;
    this.#reminders = new ReminderRepository(context.db);
    this.#delivery = new ReminderDelivery(context);
  }

  /**
   * Keeps in mind to remind somebody.
   *
   * @throws {UserError} `utility.unclear-moment`, `utility.moment-past`, `utility.moment-too-far`,
   * `utility.bad-reminder-text`, `utility.too-many-reminders`
   */
  async add({ when, text, locale, ...rest }: ReminderRequest): Promise<Reminder> {
    const trimmed = text.trim();
    if (trimmed.length < 1 || trimmed.length > LONGEST_REMINDER) throw badReminderText(trimmed.length);
    const { timeZone } = await this.#context.guild(rest.guildId);
    const now = new Date();
    const dueAt = readMoment(when, { locale, timeZone, now });
    if (!dueAt) throw unclearMoment(when);
    if (dueAt <= now) throw momentPast(shown(dueAt));
    if (dueAt > DateTime.fromJSDate(now).plus({ years: MOST_YEARS }).toJSDate())
      throw momentTooFar(shown(dueAt));
    return this.#schedule(rest, (reminders) => reminders.add({ ...rest, text: trimmed, dueAt }));
  }

  /** A page of what somebody has waiting, the next to come first. */
  list(owner: ReminderOwner, cursor?: string): Promise<Page<Reminder>> {
    return this.#reminders.list(owner, cursor);
  }

  suggest(owner: ReminderOwner, words: string, limit: number): Promise<Reminder[]> {
    return this.#reminders.suggest(owner, words, limit);
  }

  /** Forgets a reminder, so that it can be taken back. @throws {UserError} `utility.no-such-reminder` */
  async cancel(typed: string, { guildId, userId }: ReminderOwner): Promise<Reminder> {
    const [, id] = /^#?(\d{1,18})$/.exec(typed.trim()) ?? [];
    return this.#context.db.transaction().execute(async (transaction) => {
      const reminders = new ReminderRepository(transaction);
      const cancelled = id ? await reminders.cancel({ id, userId }, guildId) : undefined;
      if (!cancelled) throw noSuchReminder(typed);
      await this.#context.audit.record({
        guildId,
        userId,
        action: 'utility.remind-cancel',
        target: userId,
        // Its text is nobody else's business.
        reversal: { id: cancelled.id },
        transaction,
      });
      return cancelled;
    });
  }

  /** Takes a cancellation back. @throws {UserError} `utility.reminder-gone`, `utility.too-many-reminders` */
  restore(id: string, owner: ReminderOwner): Promise<Reminder> {
    return this.#schedule(owner, async (reminders) => {
      const restored = await reminders.restore({ id, userId: owner.userId }, owner.guildId, new Date());
      if (!restored) throw reminderGone();
      return restored;
    });
  }

  /**
   * Lets a reminder come once more.
   *
   * @throws {UserError} `utility.reminder-gone`, `utility.not-your-reminder`, `utility.reminder-waiting`, `utility.too-many-reminders`
   */
  async snooze(key: ReminderKey, choice: Snooze): Promise<Reminder> {
    const found = await this.#reminders.find(key.id);
    if (!found) throw reminderGone();
    if (found.userId !== key.userId) throw notYourReminder();
    if (!found.deliveredAt) throw reminderWaiting(shown(found.dueAt));
    const { timeZone } = await this.#context.guild(found.guildId);
    const dueAt = snoozedUntil(choice, new Date(), timeZone);
    return this.#schedule(found, async (reminders) => {
      const repeated = await reminders.repeat(key, dueAt);
      if (!repeated) throw reminderWaiting(shown(dueAt));
      return repeated;
    });
  }

  /** Tells somebody what they wanted to be reminded of, once, however often this is called. */
  deliver(id: string): Promise<void> {
    return this.#delivery.deliver(id);
  }

  /** Sends a job for each reminder that should have come by now. */
  async resume(): Promise<void> {
    for (const { guildId, userId, id } of await this.#reminders.listOverdue(new Date()))
      await this.#context.jobs.send('deliver-reminder', { guildId, userId, id }, { key: `overdue ${id}` });
  }

  /** Writes a reminder that is to come, together with the job that delivers it. */
  async #schedule(
    { guildId, userId }: ReminderOwner,
    write: (reminders: ReminderRepository) => Promise<Reminder>,
  ): Promise<Reminder> {
    const { reminderMax } = await this.#context.settings.get(guildId);
    await this.#context.ensureGuild(guildId);
    await this.#context.ensureUser(userId);
    return this.#context.db.transaction().execute(async (transaction) => {
      const reminders = new ReminderRepository(transaction);
      await reminders.lockOwner({ guildId, userId });
      if ((await reminders.countWaiting({ guildId, userId })) >= reminderMax)
        throw tooManyReminders(reminderMax);
      const reminder = await write(reminders);
      const { id, dueAt } = reminder;
      await this.#context.jobs.send(
        'deliver-reminder',
        { guildId, userId, id },
        { startAfter: dueAt, transaction },
      );
      return reminder;
    });
  }
}

function shown(moment: Date): string {
  return time(moment, TimestampStyles.FullDateShortTime);
}
