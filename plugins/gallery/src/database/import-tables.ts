import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '@twi/database';
import type { ColumnType, Generated } from 'kysely';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** `paused` by somebody, or because it cannot go on (`note` says why); it goes on where it stopped. */
export type ImportState = 'running' | 'paused' | 'cancelled' | 'done';

/** What of a channel is walked: its messages; of a forum the open threads, the archived ones, and those that were opened again meanwhile. */
export type ImportPhase = 'messages' | 'open-threads' | 'archived-threads' | 'reopened-threads';

/** `added` at once, waiting for `review`, `accepted` or `skipped` there, or `known` from before. */
export type EntryState = 'added' | 'review' | 'accepted' | 'skipped' | 'known';

/** A walk through the old posts of a channel. */
export interface ImportsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  state: Generated<ImportState>;
  /** Why it paused by itself, in words. */
  note: Nullable<string>;
  startedBy: NullableSnowflakeColumn;
  /** Only posts after this one. */
  afterId: NullableSnowflakeColumn;
  /** Only posts before this one: what was posted later is not old. */
  untilId: SnowflakeColumn;
  phase: ImportPhase;
  /** How far the phase has come: the last message or open thread, or when the last archived thread was archived (ISO 8601). */
  position: Nullable<string>;
  /** How many posts were looked at. */
  scanned: Generated<number>;
  /** Where its progress is shown. */
  progressChannelId: NullableSnowflakeColumn;
  progressMessageId: NullableSnowflakeColumn;
  /** Until when a process is at work on it. */
  leasedUntil: NullableTimestampColumn;
  /** Counts up whenever a process takes it on, so that one which lost it notices. */
  claims: Generated<number>;
  createdAt: DefaultedTimestampColumn;
  finishedAt: NullableTimestampColumn;
}

/** A post that an import found, what was read in it, and what became of it. */
export interface ImportEntriesTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  importId: SnowflakeColumn;
  /** The channel that was imported. */
  channelId: SnowflakeColumn;
  /** Where the post is: that channel, or a thread of it. */
  sourceChannelId: SnowflakeColumn;
  messageId: SnowflakeColumn;
  authorId: SnowflakeColumn;
  state: EntryState;
  /** The item that it is. */
  number: Nullable<number>;
  title: Nullable<string>;
  creator: Nullable<string>;
  creatorId: NullableSnowflakeColumn;
  tags: string[];
  nsfw: boolean;
  /** Why somebody should look at it, as sentences. */
  doubts: string[];
  decidedBy: NullableSnowflakeColumn;
  decidedAt: NullableTimestampColumn;
  createdAt: DefaultedTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'gallery.import_entries': ImportEntriesTable;
    'gallery.imports': ImportsTable;
  }
}
