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
  /** Prefix of text commands; `null` for the bot's default. */
  prefix: ColumnType<string | null, string | null | undefined, string | null>;
  /** A Discord locale such as `en-GB`; `null` for the guild's own. */
  locale: ColumnType<string | null, string | null | undefined, string | null>;
  /** An IANA zone such as `Europe/Berlin`; `null` for UTC. */
  timeZone: ColumnType<string | null, string | null | undefined, string | null>;
  joinedAt: DefaultedTimestampColumn;
  /** When the bot left; `null` while it is a member. */
  leftAt: NullableTimestampColumn;
  settings: ColumnType<
    Record<string, unknown>,
    Jsonb<Record<string, unknown>> | undefined,
    Jsonb<Record<string, unknown>>
  >;
}
