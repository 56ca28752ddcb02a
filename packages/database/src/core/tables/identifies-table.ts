import type { TimestampColumn } from '../../columns.ts';

/** When a shard of each group last identified, of those that may not do it at once. */
export interface IdentifiesTable {
  /** Discord's rate limit key: the number of the shard modulo `max_concurrency`. */
  key: number;
  at: TimestampColumn;
}
