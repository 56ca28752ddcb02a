import type { CustomCommandsTable, CustomCommandUsesTable } from './custom-command-tables.ts';
import type { PinChannelsTable, PinsTable } from './pin-tables.ts';
import type { QuoteCountersTable, QuotesTable } from './quote-tables.ts';
import type { RemindersTable } from './reminders-table.ts';
import type { RolePanelsTable, SelfRolesTable } from './role-tables.ts';

declare module '@twi/database' {
  interface Database {
    'utility.custom_command_uses': CustomCommandUsesTable;
    'utility.custom_commands': CustomCommandsTable;
    'utility.pin_channels': PinChannelsTable;
    'utility.pins': PinsTable;
    'utility.quote_counters': QuoteCountersTable;
    'utility.quotes': QuotesTable;
    'utility.reminders': RemindersTable;
    'utility.role_panels': RolePanelsTable;
    'utility.self_roles': SelfRolesTable;
  }
}
