import { READABLE_CORE_TABLES } from '../plugin-database.ts';
import { OwnershipError } from './ownership-error.ts';

/** What a query does to a table. */
export type TableUsage = 'read' | 'write';

const READABLE: ReadonlySet<string> = new Set(READABLE_CORE_TABLES);

/** A plugin as the owner of one schema: what it may touch. */
export class TableOwner {
  readonly pluginId: string;
  readonly schema: string;
  readonly #knownSchemas: ReadonlySet<string>;

  /** @param knownSchemas all schemas of the database; may grow afterwards. */
  constructor(pluginId: string, schema: string, knownSchemas: ReadonlySet<string>) {
    this.pluginId = pluginId;
    this.schema = schema;
    this.#knownSchemas = knownSchemas;
  }

  /** How many schemas are known. */
  get schemaCount(): number {
    return this.#knownSchemas.size;
  }

  /** Schemas that exist and belong to others. */
  foreignSchemas(): string[] {
    return [...this.#knownSchemas].filter((schema) => schema !== this.schema);
  }

  /** @throws {OwnershipError} when the plugin may not use the table so. */
  assertMayUse(schema: string | undefined, table: string, usage: TableUsage): void {
    if (schema === this.schema) return;
    if (schema === undefined)
      this.refuse(table, `write the name with its schema, "${this.schema}.${table}".`);
    if (schema !== 'core')
      this.refuse(`${schema}.${table}`, 'it belongs to another plugin; ask that plugin’s service.');
    if (!READABLE.has(table))
      this.refuse(`core.${table}`, `of core only ${READABLE_CORE_TABLES.join(', ')} may be read.`);
    if (usage === 'write')
      this.refuse(`core.${table}`, 'core tables may be read and referenced, not changed.');
  }

  refuse(table: string, reason: string): never {
    throw new OwnershipError(this.pluginId, table, reason);
  }
}
