import type { Migrations } from '@twi/database';
import { createReminders } from './0001-create-reminders.ts';
import { createQuotes } from './0002-create-quotes.ts';
import { createSelfRoles } from './0010-create-self-roles.ts';
import { createPins } from './0011-create-pins.ts';
import { createCustomCommands } from './0012-create-custom-commands.ts';

export const migrations: Migrations = {
  '0001-create-reminders': createReminders,
  '0002-create-quotes': createQuotes,
  '0010-create-self-roles': createSelfRoles,
  '0011-create-pins': createPins,
  '0012-create-custom-commands': createCustomCommands,
};
