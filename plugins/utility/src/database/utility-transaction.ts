import type { PluginTables } from '@twi/database';
import type { Transaction } from 'kysely';
import type {} from './schema.ts';

/** A transaction over the plugin's own tables. */
export type UtilityTransaction = Transaction<PluginTables<'utility'>>;
