import type { QuoteCountersTable, QuotesTable } from './quote-tables.ts';
import type { RemindersTable } from './reminders-table.ts';

declare module '@twi/database' {
  interface Database {
    'utility.quote_counters': QuoteCountersTable;
    'utility.quotes': QuotesTable;
    'utility.reminders': RemindersTable;
  }
}
