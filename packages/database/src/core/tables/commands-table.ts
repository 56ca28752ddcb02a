import type { ColumnType } from 'kysely';

/** A command that the bot has, or had, and how often it was used. */
export interface CommandsTable {
  name: string;
  pluginId: string;
  description: string;
  usageCount: ColumnType<string, never, never>;
}
