import type {
  DefaultedTimestampColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '@twi/database';
import type { ColumnType } from 'kysely';
import type { ItemKind } from '../items/item-kind.ts';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** One thing in the gallery of a guild each. */
export interface ItemsTable {
  guildId: SnowflakeColumn;
  /** Counts from 1 in each guild. */
  number: number;
  kind: ItemKind;
  title: string;
  /** What it links to; a picture elsewhere when `kind` is `image` and it has no files. */
  url: Nullable<string>;
  description: Nullable<string>;
  /** Who made it, as a name. */
  creator: Nullable<string>;
  /** Who made it, when they have an account. */
  creatorId: NullableSnowflakeColumn;
  /** Normalised, at most ten. */
  tags: string[];
  nsfw: boolean;
  /** Who put it in; `null` when they had their data erased. */
  addedBy: NullableSnowflakeColumn;
  addedAt: DefaultedTimestampColumn;
  /** The message that it was found in. */
  sourceChannelId: NullableSnowflakeColumn;
  sourceMessageId: NullableSnowflakeColumn;
  /** Where it was first, outside of Discord. */
  sourceUrl: Nullable<string>;
  sourceAuthorId: NullableSnowflakeColumn;
  /** The bot's own message that shows it. */
  postedChannelId: NullableSnowflakeColumn;
  postedMessageId: NullableSnowflakeColumn;
  /** Whose readers alone are shown it: the channel it was posted to or imported from; of a thread, its parent. */
  placeId: NullableSnowflakeColumn;
  deletedAt: NullableTimestampColumn;
  /** `@<id>` or the name in lower case: by whom lists filter. */
  creatorKey: ColumnType<string | null, never, never>;
  /** The words by which it is found. */
  search: ColumnType<string, never, never>;
}
