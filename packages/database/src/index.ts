export * from './database.ts';
export type { QueryCache, QueryCacheOptions, QueryCacheStatistics } from './cache/query-cache.ts';
export type { QueryCaches } from './cache/query-caches.ts';
export * from './columns.ts';
export type { PoolStatistics } from './connection/connection-pool.ts';
export { isConnectionLost } from './connection/connection-lost.ts';
export { databaseTrouble, type DatabaseTrouble } from './connection/database-trouble.ts';
export { isTransientError } from './connection/transient-error.ts';
export { withRetry, type RetryOptions } from './connection/with-retry.ts';
export { asNumber } from './as-number.ts';
export type { DatabaseHandle, TransactionOptions } from './database-handle.ts';
export * from './embedded/errors.ts';
export {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './embedded/start-embedded-postgres.ts';
export { lockUntilCommit } from './lock-until-commit.ts';
export type { DatabaseLogger } from './logger.ts';
export type { Migration, MigrationDatabase, Migrations } from './migrations/migration.ts';
export { MigrationDowngradeError, MigrationError } from './migrations/migration-errors.ts';
export type { Dispose, NotificationHandler, Notifications } from './notifications/notifications.ts';
export { OwnershipError } from './ownership/ownership-error.ts';
export type { PluginDatabase, PluginTables } from './plugin-database.ts';
export { schemaNameOf, type SchemaName } from './schema-name.ts';
export { startDatabase, type StartDatabaseOptions } from './start-database.ts';
export { toJsonb } from './to-jsonb.ts';
export { createCommandUsagePartitions, dropCommandUsagePartitions } from './core/command-usage-partitions.ts';
export { coreDataRights } from './core/core-data-rights.ts';
export { coreMigrations } from './core/migrations/core-migrations.ts';
export { RecordNotFoundError } from './core/record-not-found-error.ts';
export * from './core/repositories/audit-log-repository.ts';
export * from './core/repositories/command-repository.ts';
export * from './core/repositories/command-sync-repository.ts';
export * from './core/repositories/command-usage-repository.ts';
export * from './core/repositories/cooldown-repository.ts';
export * from './core/repositories/credential-repository.ts';
export * from './core/repositories/data-rights-repository.ts';
export * from './core/repositories/error-log-repository.ts';
export * from './core/repositories/error-spike-repository.ts';
export * from './core/repositories/guild-plugin-repository.ts';
export * from './core/repositories/guild-repository.ts';
export * from './core/repositories/identify-repository.ts';
export * from './core/repositories/permission-override-repository.ts';
export * from './core/repositories/plugin-state-repository.ts';
export * from './core/repositories/settings-repository.ts';
export * from './core/repositories/user-repository.ts';
export type { CommandOutcome } from './core/tables/command-usages-table.ts';
export type { PermissionEffect } from './core/tables/permission-overrides-table.ts';
export type { PluginState } from './core/tables/plugin-state-table.ts';
export type {
  DataRights,
  ErasureRule,
  JobDataRights,
  Retention,
  TableDataRights,
  Withholding,
} from './data-rights.ts';
export { LARGEST_INTEGER, numberRanges } from './number-ranges.ts';
export { CursorError } from './pagination/cursor.ts';
export {
  paginate,
  type KeysetColumn,
  type Page,
  type PageOptions,
  type PageRequest,
} from './pagination/paginate.ts';
export {
  createMonthlyPartitions,
  dropMonthlyPartitions,
  type MonthlyTable,
} from './partitions/monthly-partitions.ts';
export { SoftDeleteTable, type SoftDeletable } from './soft-delete-table.ts';
export { declarationFaults, declaredTables, type DeclaredTable } from './privacy/declared-table.ts';
export { storedRetentions, sweepRows } from './privacy/expired-rows.ts';
export { purgeGuildRows } from './privacy/guild-data.ts';
export { countJobsOfPerson, eraseJobsOfPerson, jobsOfPerson, purgeJobsOfGuild } from './privacy/job-rows.ts';
export { countRows, type ErasedRows, eraseRows, personRows } from './privacy/person-data.ts';
export { readTableShapes } from './privacy/table-shape.ts';
export { eraseUserRow } from './privacy/user-row.ts';
