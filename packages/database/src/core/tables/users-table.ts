import type { ColumnType } from 'kysely';
import type { DefaultedTimestampColumn, SnowflakeColumn } from '../../columns.ts';

/** A Discord account that some other row speaks of. */
export interface UsersTable {
  id: SnowflakeColumn;
  /** The last username seen; `null` when only the id is known. */
  username: ColumnType<string | null, string | null | undefined, string | null>;
  firstSeenAt: DefaultedTimestampColumn;
}
