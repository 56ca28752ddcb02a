import type { Migrations } from '@twi/database';
import { createQuotes } from './0001-create-quotes.ts';

export const migrations: Migrations = {
  '0001-create-quotes': createQuotes,
};
