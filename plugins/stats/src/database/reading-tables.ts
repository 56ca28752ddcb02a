import type { SnowflakeColumn } from '@twi/database';
import type { ColumnType } from 'kysely';

/** A day, read as text. Sums are written by triggers alone. */
type SumDay = ColumnType<Date, never, never>;
type Sum = ColumnType<string, never, never>;
type Key = ColumnType<string, never, never>;

interface Sums {
  guildId: Key;
  /** The day, or the first of the month. */
  start: SumDay;
  messages: Sum;
  attachments: Sum;
  reactions: Sum;
  voiceSeconds: Sum;
}

/** What each member did on a day or in a month, in all channels. */
export interface MemberSumsTable extends Sums {
  isMonth: ColumnType<boolean, never, never>;
  userId: Key;
}

/** What was done in each channel on a day or in a month. */
export interface ChannelSumsTable extends Sums {
  isMonth: ColumnType<boolean, never, never>;
  channelId: Key;
}

/** What each member did in each channel in a month. */
export interface ChannelMemberMonthsTable extends Sums {
  channelId: Key;
  userId: Key;
}

/** Messages of each channel in an hour. */
export interface ChannelHoursTable {
  guildId: Key;
  channelId: Key;
  hour: ColumnType<Date, never, never>;
  day: SumDay;
  messages: Sum;
}

/** The same of all channels together. */
export type GuildHoursTable = Omit<ChannelHoursTable, 'channelId'>;

/** How often each emoji was used on a day or in a month. */
export interface EmojiSumsTable {
  guildId: Key;
  isMonth: ColumnType<boolean, never, never>;
  start: SumDay;
  emoji: Key;
  name: ColumnType<string | null, never, never>;
  inMessages: Sum;
  inReactions: Sum;
}

/** Threads that only those in them may read. */
export interface PrivateThreadsTable {
  channelId: SnowflakeColumn;
  guildId: SnowflakeColumn;
}
