import type { ColumnType, Generated } from 'kysely';
import type {
  DefaultedTimestampColumn,
  Jsonb,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '../../columns.ts';

/** A guild that the bot is, or was, a member of. */
export interface GuildsTable {
  id: SnowflakeColumn;
  name: Generated<string>;
  joinedAt: DefaultedTimestampColumn;
  /** When the bot left; `null` while it is a member. */
  leftAt: NullableTimestampColumn;
  settings: ColumnType<
    Record<string, unknown>,
    Jsonb<Record<string, unknown>> | undefined,
    Jsonb<Record<string, unknown>>
  >;
}
