import type {
  DefaultedTimestampColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '@twi/database';
import type { ColumnType } from 'kysely';

/** The number that the newest quote of a guild has. Its row lock keeps numbers free of gaps and repeats. */
export interface QuoteCountersTable {
  guildId: SnowflakeColumn;
  lastNumber: number;
}

/** What was said, worth keeping. */
export interface QuotesTable {
  guildId: SnowflakeColumn;
  /** Counts from 1 in each guild; a deleted quote keeps its number. */
  number: number;
  text: string;
  /** Who said it, where they have an account. */
  authorId: NullableSnowflakeColumn;
  /** Who said it, in words, where they have none. */
  authorName: ColumnType<string | null, string | null | undefined, string | null>;
  /** Who added it; absent when they had their data erased. */
  addedBy: NullableSnowflakeColumn;
  createdAt: DefaultedTimestampColumn;
  editedAt: NullableTimestampColumn;
  deletedAt: NullableTimestampColumn;
  /** The words of the text and of the author's name; PostgreSQL keeps it. */
  words: ColumnType<string, never, never>;
}
