import { type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import type { Selectable } from 'kysely';
import type { RemindersTable } from './reminders-table.ts';

export type Reminder = Selectable<RemindersTable>;

/** What members want to be told later. */
export class ReminderRepository {
  readonly #reminders: SoftDeleteTable<PluginTables<'utility'>, 'utility.reminders'>;

  constructor(db: PluginDatabase<'utility'>) {
    this.#reminders = new SoftDeleteTable(db, 'utility.reminders');
  }

  async listOverdue(): Promise<Reminder[]> {
    return this.#reminders
      .selectLive()
      .selectAll()
      .where('deliveredAt', 'is', null)
      .where('dueAt', '<', new Date(Date.now() - 60_000))
      .limit(100)
      .execute();
  }
}
