/** A migration failed. Its schema is as it was before the attempt. */
export class MigrationError extends Error {
  override readonly name: string = 'MigrationError';
  readonly pluginId: string;
  readonly migration: string;

  constructor(pluginId: string, migration: string, reason: string, options?: ErrorOptions) {
    super(`Migration ${migration} of "${pluginId}" ${reason}`, options);
    this.pluginId = pluginId;
    this.migration = migration;
  }
}

/** The database was migrated by a newer version of the plugin than the one that is installed. */
export class MigrationDowngradeError extends MigrationError {
  override readonly name = 'MigrationDowngradeError';

  constructor(pluginId: string, migration: string) {
    super(
      pluginId,
      migration,
      'was applied to the database but is unknown to the installed version. Install the newer version again, or roll the migration back with it first.',
    );
  }
}
