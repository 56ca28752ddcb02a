import type { PluginTables } from '@twi/database';
import type { Transaction } from 'kysely';

/** A transaction over the plugin's own tables. */
export type UtilityTransaction = Transaction<PluginTables<'utility'>>;
