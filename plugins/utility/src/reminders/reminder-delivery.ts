import { type Translator, translator } from '@twi/sdk';
import { DiscordAPIError, type Guild } from 'discord.js';
import type { UtilityContext } from '../context.ts';
import { type Reminder, ReminderRepository } from '../database/reminder-repository.ts';
import { reminderMessage } from '../replies/reminder-message.ts';
import { placesOf, type ReminderPlace } from './reminder-places.ts';
import { wasDelivered } from './was-delivered.ts';

/** Brings reminders to people: each once, whichever process does it and whenever it is stopped. */
export class ReminderDelivery {
  readonly #context: UtilityContext;

  constructor(context: UtilityContext) {
    this.#context = context;
  }

  /** Tells somebody what they wanted to be reminded of. Does nothing when that was done, or is not due. */
  async deliver(id: string): Promise<void> {
    const { client, db } = this.#context;
    if (!client.isReady()) throw new Error('No reminder can be delivered before the bot has logged in.');
    // Committed before Discord is asked, so that whoever comes after a crash knows that it may have got through.
    const isFirst = await new ReminderRepository(db).beginAttempt(id, new Date());

    await db.transaction().execute(async (transaction) => {
      const reminders = new ReminderRepository(transaction);
      // Other processes wait here, and find it delivered.
      const reminder = await reminders.lockDue(id, new Date());
      const guild = reminder && client.guilds.cache.get(reminder.guildId);
      if (guild) await this.#bring(reminder, guild, isFirst);
      if (reminder) await reminders.markDelivered(id, new Date());
    });
  }

  async #bring(reminder: Reminder, guild: Guild, isFirst: boolean): Promise<void> {
    const { reminderPlace } = await this.#context.settings.get(guild.id);
    const places = await placesOf(reminder, guild, reminderPlace);
    if (!isFirst && (await wasDelivered(reminder, places))) return;

    const t = await translator(guild);
    for (const place of places) if (await this.#send(reminder, place, t)) return;
    this.#context.logger.info(
      `Reminder ${reminder.id} reached nobody: neither a channel nor a direct message takes it.`,
    );
  }

  /** Whether the place took it. What is no refusal is thrown, and tried again later. */
  async #send(reminder: Reminder, place: ReminderPlace, t: Translator): Promise<boolean> {
    try {
      const channel = await place.open();
      await channel.send(reminderMessage(reminder, place, t));
      return true;
    } catch (error) {
      if (error instanceof DiscordAPIError) return false;
      throw error;
    }
  }
}
