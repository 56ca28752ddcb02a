import type {
  DefaultedTimestampColumn,
  JsonbColumn,
  NullableSnowflakeColumn,
  SnowflakeColumn,
} from '@twi/database';
import type { ColumnType } from 'kysely';

/** An overwrite of a role, or of the bot itself, as it was before a lock changed it. */
export interface RememberedOverwrite {
  /** The id of the role, or of the bot. */
  readonly roleId: string;
  /** Permission bits, as decimal strings: they are too large for numbers. */
  readonly allow: string;
  readonly deny: string;
  /** Whether the channel had such an overwrite at all. */
  readonly existed: boolean;
}

/** The lock of a channel: the newest one, also after it was lifted. */
export interface ChannelLocksTable {
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  moderatorId: SnowflakeColumn;
  reason: ColumnType<string | null, string | null | undefined, string | null>;
  overwrites: JsonbColumn<readonly RememberedOverwrite[]>;
  lockedAt: DefaultedTimestampColumn;
  /** Who lifted it; absent while it is in force. */
  unlockedBy: NullableSnowflakeColumn;
}
