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

/** A migration that the code does not know, and who applied it. */
export interface UnknownMigration {
  readonly name: string;
  /** Of the package that applied it; `null` where it was not noted. */
  readonly appliedBy: string | null;
  /** Of the package that is installed. */
  readonly installed: string | undefined;
}

/** The database was migrated by a newer version of the plugin than the one that is installed. */
export class MigrationDowngradeError extends MigrationError {
  override readonly name = 'MigrationDowngradeError';

  constructor(pluginId: string, { name, appliedBy, installed }: UnknownMigration) {
    super(
      pluginId,
      name,
      `was applied by ${appliedBy === null ? 'a newer version' : `version ${appliedBy}`} and is unknown to this one` +
        `${installed === undefined ? '' : `, ${installed}`}. Nothing was changed. Start the newer version again, or bring ` +
        'back the backup that was made before the upgrade.',
    );
  }
}
