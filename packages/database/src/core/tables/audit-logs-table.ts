import type { ColumnType } from 'kysely';
import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  JsonbColumn,
  NullableJsonbColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '../../columns.ts';

/** Something that was done in a guild through the bot. */
export interface AuditLogsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  /** Who did it; `null` when the bot acted by itself. */
  userId: NullableSnowflakeColumn;
  /** Such as `moderation.ban`. */
  action: string;
  /** What or whom it was done to: an id, or a name. */
  target: ColumnType<string | null, string | null | undefined, string | null>;
  details: JsonbColumn<unknown>;
  /** What undoing needs; `null` when it cannot be undone. */
  reversal: NullableJsonbColumn<unknown>;
  /** A sentence for whoever wants to undo it nevertheless. */
  irreversibleBecause: ColumnType<string | null, string | null | undefined, string | null>;
  reversedBy: NullableSnowflakeColumn;
  reversedAt: NullableTimestampColumn;
  createdAt: DefaultedTimestampColumn;
}
