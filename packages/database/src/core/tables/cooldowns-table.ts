import type { NullableSnowflakeColumn, TimestampColumn } from '../../columns.ts';

/** Recent uses of a command whose cooldown must outlive a process. The three ids together say whose they are. */
export interface CooldownsTable {
  /** With its subcommand where that has a cooldown of its own: `stats`, `feed test`. */
  command: string;
  /** `null` in direct messages, and where the whole bot shares the cooldown. */
  guildId: NullableSnowflakeColumn;
  /** Set where everybody in a channel shares the cooldown. */
  channelId: NullableSnowflakeColumn;
  /** Set where everybody has a cooldown of their own. */
  userId: NullableSnowflakeColumn;
  uses: number;
  endsAt: TimestampColumn;
}
