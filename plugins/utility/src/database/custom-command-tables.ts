import type {
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
  TimestampColumn,
} from '@twi/database';
import type { Generated } from 'kysely';

/** A text command that a guild made; removed ones stay, so that `/undo` brings back the same. */
export interface CustomCommandsTable {
  guildId: SnowflakeColumn;
  /** Counts from 1 in each guild. */
  number: number;
  /** As `commandName` writes it: one way, whatever the case. Unique among those that are not removed. */
  name: string;
  text: string;
  isEmbed: boolean;
  /** How long it stays silent in a channel after a use, in milliseconds; 0: not at all. */
  cooldownMs: number;
  /** Where alone it answers. */
  channelId: NullableSnowflakeColumn;
  /** Whose holders alone it answers. */
  roleId: NullableSnowflakeColumn;
  uses: Generated<number>;
  changedBy: NullableSnowflakeColumn;
  deletedAt: NullableTimestampColumn;
}

/** When a command answered last in a channel. */
export interface CustomCommandUsesTable {
  guildId: SnowflakeColumn;
  number: number;
  channelId: SnowflakeColumn;
  usedAt: TimestampColumn;
}
