import type { CoreTables } from './core/tables/core-tables.ts';

/**
 * Every table of the bot under its qualified name, spelled as in PostgreSQL; columns are in camel case.
 * A plugin adds its own:
 *
 * @example
 * declare module '@twi/database' {
 *   interface Database {
 *     'gallery.items': ItemsTable;
 *   }
 * }
 */
// oxlint-disable-next-line typescript/no-empty-interface -- plugins extend it, and only an interface can be extended
export interface Database extends CoreTables {}
