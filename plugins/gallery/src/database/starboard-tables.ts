import type {
  DefaultedTimestampColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
} from '@twi/database';
import type { ColumnType, Generated } from 'kysely';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/**
 * What a starred message has on the board: `none`; `posting` and `removing` while Discord is asked, and after a crash until somebody looks;
 * `shown`; `taken-down` for good, by somebody who deleted the post.
 */
type StarState = 'none' | 'posting' | 'shown' | 'removing' | 'taken-down';

/** A message that somebody starred. Who did is only known to Discord. */
export interface StarredMessagesTable {
  guildId: SnowflakeColumn;
  messageId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  authorId: NullableSnowflakeColumn;
  state: Generated<StarState>;
  /** The stars that counted when last looked. */
  stars: Generated<number>;
  boardChannelId: NullableSnowflakeColumn;
  boardMessageId: NullableSnowflakeColumn;
  /** How often it was posted: a new post needs a new nonce. */
  postings: Generated<number>;
  /** Tells what the post shows, so that only a change is sent. */
  shownDigest: Nullable<string>;
  /** Counts up with every event. */
  version: Generated<number>;
  /** The version that the board shows. */
  settledVersion: Generated<number>;
  /** Until when a process is at work on it. */
  leasedUntil: NullableTimestampColumn;
  /** How often Discord has refused since it last went well. */
  failures: Generated<number>;
  changedAt: DefaultedTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'gallery.starred_messages': StarredMessagesTable;
  }
}
