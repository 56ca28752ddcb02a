import type { ColumnType, Kysely, SelectType } from 'kysely';
import type { Database } from './database.ts';
import type { SchemaName } from './schema-name.ts';

/** Core tables that every plugin may read. */
export const READABLE_CORE_TABLES = ['command_usages', 'guild_plugins', 'guilds', 'users'] as const;

type ReadableCoreTable = `core.${(typeof READABLE_CORE_TABLES)[number]}`;

declare const readOnly: unique symbol;

/** A table whose rows cannot be made or changed; the symbol stands for a value that no insert can give. */
type ReadOnly<Table> = { [Column in keyof Table]: ColumnType<SelectType<Table[Column]>, never, never> } & {
  [readOnly]: ColumnType<never, never[], never>;
};

/** The tables that a plugin may name: its own schema's, and the readable ones of core. */
export type PluginTables<PluginId extends string> = {
  [Name in keyof Database as Name extends `${SchemaName<PluginId>}.${string}` ? Name : never]: Database[Name];
} & {
  [Name in ReadableCoreTable]: ReadOnly<Database[Name]>;
};

/** The database as one plugin sees it. */
export type PluginDatabase<PluginId extends string> = Kysely<PluginTables<PluginId>>;
