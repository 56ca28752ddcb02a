import type { ColumnType } from 'kysely';
import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
} from '../../columns.ts';

type NullableText = ColumnType<string | null, string | null | undefined, string | null>;

/** One occurrence of an error. Equal errors share a fingerprint. */
export interface ErrorLogsTable {
  id: IdentityColumn;
  fingerprint: string;
  errorType: string;
  /** Redacted before it comes here. */
  message: string;
  stack: NullableText;
  command: NullableText;
  pluginId: NullableText;
  guildId: NullableSnowflakeColumn;
  userId: NullableSnowflakeColumn;
  occurredAt: DefaultedTimestampColumn;
  resolvedAt: NullableTimestampColumn;
}
