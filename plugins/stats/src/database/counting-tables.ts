import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
  TimestampColumn,
} from '@twi/database';
import type { ColumnType, Generated } from 'kysely';

/**
 * A day as the guild's clock shows it, written as `2030-01-31`. The driver reads it as midnight of the process's own time zone, so
 * select `day::text`.
 */
type DayColumn = ColumnType<Date, string, string>;

/** What is counted of somebody in a channel. */
interface Measures {
  messages: number;
  attachments: number;
  /** Reactions that they gave. */
  reactions: number;
  voiceSeconds: number;
}

/** Kept for three months; partitioned by month. */
export interface ActivityHoursTable extends Measures {
  guildId: SnowflakeColumn;
  day: DayColumn;
  /** The moment at which an hour of the guild's clock begins. */
  hour: TimestampColumn;
  /** A thread or post counts under its own id. */
  channelId: SnowflakeColumn;
  userId: SnowflakeColumn;
}

/** The same by day, written at the same time, kept as long as the guild chose. */
export interface ActivityDaysTable extends Measures {
  guildId: SnowflakeColumn;
  day: DayColumn;
  channelId: SnowflakeColumn;
  userId: SnowflakeColumn;
}

export interface EmojiDaysTable {
  guildId: SnowflakeColumn;
  day: DayColumn;
  /** A character, or the id of a custom emoji. */
  emoji: string;
  userId: SnowflakeColumn;
  /** The last name of a custom emoji. */
  name: string | null;
  inMessages: number;
  inReactions: number;
}

/** How far a channel is counted. */
export interface ChannelsTable {
  channelId: SnowflakeColumn;
  guildId: SnowflakeColumn;
  /** Of a thread or post. */
  parentId: NullableSnowflakeColumn;
  /** Messages after this id up to `countedTo` are counted, or in a gap. */
  liveFrom: SnowflakeColumn;
  countedTo: SnowflakeColumn;
  /** Counted messages after `countedTo`: another may still come between. */
  countedAfter: string[];
  /** Ranges of older messages that are counted, or in a gap: an `int8multirange`. */
  past: Generated<string>;
}

/** Messages of a channel that are still to be counted: after `afterId`, up to `untilId`. */
export interface GapsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  fromId: SnowflakeColumn;
  afterId: SnowflakeColumn;
  untilId: SnowflakeColumn;
  /** Messages among them that are counted. */
  exceptIds: string[];
  /** Absent: the bot was away. */
  backfillId: NullableSnowflakeColumn;
  foundAt: DefaultedTimestampColumn;
  /** Not before this moment. */
  dueAt: DefaultedTimestampColumn;
  failures: Generated<number>;
  /** Since when the bot may not read the channel; the gap waits until it may. */
  unreadableSince: NullableTimestampColumn;
}

/** Which process counts a guild. */
export interface CountedGuildsTable {
  guildId: SnowflakeColumn;
  sessionId: string;
  /** Messages after this id are counted. */
  startId: SnowflakeColumn;
  /** When the process was last at work. */
  beatAt: TimestampColumn;
  /** How many members there were then. */
  members: number;
  /** When the plugin was switched off; `null` while it is on. */
  stoppedAt: NullableTimestampColumn;
}

/** A process that counts, and how often it wrote. */
export interface SessionsTable {
  id: string;
  flushes: number;
  beatAt: TimestampColumn;
}

/** A time in which the bot was away: nobody knows who left then. */
export interface AbsencesTable {
  guildId: SnowflakeColumn;
  goneAt: TimestampColumn;
  backAt: TimestampColumn;
  membersBefore: number;
  membersAfter: number;
  /** When threads that were archived meanwhile were looked for; `null` when that is still to be done. */
  searchedAt: NullableTimestampColumn;
}

/** Who came and went. */
export interface MemberEventsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  userId: NullableSnowflakeColumn;
  kind: 'join' | 'leave';
  at: TimestampColumn;
  day: DayColumn;
  /** When the member had joined; `null` when nobody knows. */
  joinedAt: NullableTimestampColumn;
}

/** A stay in a voice channel. */
export interface VoiceSessionsTable {
  guildId: SnowflakeColumn;
  userId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  startedAt: TimestampColumn;
  /** How far its time is counted. */
  countedTo: TimestampColumn;
  endedAt: NullableTimestampColumn;
  /** Of which so many count: alone, deafened or in the AFK channel nobody talks. */
  seconds: number;
}

/** Whoever is not to be counted. */
export interface OptOutsTable {
  guildId: SnowflakeColumn;
  userId: SnowflakeColumn;
  since: DefaultedTimestampColumn;
}

type BackfillState = 'counting' | 'done' | 'finding' | 'stopped';

/** The past of a channel, counted because somebody asked. */
export interface BackfillsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  days: number;
  /** Messages after this id are counted. */
  fromId: SnowflakeColumn;
  /** Up to this one. */
  untilId: SnowflakeColumn;
  askedBy: NullableSnowflakeColumn;
  askedAt: DefaultedTimestampColumn;
  state: Generated<BackfillState>;
  /** How much time of channels and threads it is about. */
  totalMs: Generated<string>;
  /** Messages that were looked at. */
  scanned: Generated<number>;
  /** Messages that were counted. */
  counted: Generated<number>;
  finishedAt: NullableTimestampColumn;
}
