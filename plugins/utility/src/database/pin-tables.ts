import type { DefaultedTimestampColumn, NullableSnowflakeColumn, SnowflakeColumn } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { ColumnType } from 'kysely';

/** A channel in which members may pin. */
export interface PinChannelsTable {
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  /** Who may; the id of the guild stands for everybody, as in Discord. Never empty. */
  roleIds: ColumnType<Snowflake[], readonly Snowflake[], readonly Snowflake[]>;
}

/** Who had a message pinned, so that they may take it back. */
export interface PinsTable {
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  messageId: SnowflakeColumn;
  pinnedBy: NullableSnowflakeColumn;
  pinnedAt: DefaultedTimestampColumn;
}
