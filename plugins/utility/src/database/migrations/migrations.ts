import type { Migrations } from '@twi/database';
import { createReminders } from './0001-create-reminders.ts';
import { createQuotes } from './0002-create-quotes.ts';

export const migrations: Migrations = {
  '0001-create-reminders': createReminders,
  '0002-create-quotes': createQuotes,
};
