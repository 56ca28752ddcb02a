export * from './database.ts';
export type { QueryCache, QueryCacheOptions, QueryCacheStatistics } from './cache/query-cache.ts';
export type { QueryCaches } from './cache/query-caches.ts';
export * from './columns.ts';
export type { PoolStatistics } from './connection/connection-pool.ts';
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
export type { DatabaseLogger } from './logger.ts';
export type { Migration, MigrationDatabase, Migrations } from './migrations/migration.ts';
export { MigrationDowngradeError, MigrationError } from './migrations/migration-errors.ts';
export type { Dispose, NotificationHandler, Notifications } from './notifications/notifications.ts';
export { OwnershipError } from './ownership/ownership-error.ts';
export type { PluginDatabase, PluginTables } from './plugin-database.ts';
export { schemaNameOf, type SchemaName } from './schema-name.ts';
export { startDatabase, type StartDatabaseOptions } from './start-database.ts';
export { toJsonb } from './to-jsonb.ts';
