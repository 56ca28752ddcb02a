import type { UtilityContext } from '../context.ts';
import { ReminderRepository } from '../database/reminder-repository.ts';

/** What members want to be told later. */
export class Reminders {
  readonly #context: UtilityContext;

  constructor(context: UtilityContext) {
    this.#context = context;
  }

  /** Delivers a reminder that is due. */
  async deliver(id: string): Promise<void> {
    this.#context.logger.debug(id);
  }

  /** Sends a job for each reminder that should have come by now. */
  async resume(): Promise<void> {
    for (const { guildId, userId, id } of await new ReminderRepository(this.#context.db).listOverdue())
      await this.#context.jobs.send('deliver-reminder', { guildId, userId, id });
  }
}
