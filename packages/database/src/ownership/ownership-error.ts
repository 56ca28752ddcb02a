/** A plugin named a table that is not its own. */
export class OwnershipError extends Error {
  override readonly name = 'OwnershipError';
  readonly pluginId: string;
  /** The table or schema as the query named it. */
  readonly table: string;

  constructor(pluginId: string, table: string, reason: string) {
    super(`The plugin "${pluginId}" may not use ${table}: ${reason}`);
    this.pluginId = pluginId;
    this.table = table;
  }
}
