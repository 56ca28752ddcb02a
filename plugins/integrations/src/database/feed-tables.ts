import type {
  DefaultedTimestampColumn,
  IdentityColumn,
  JsonbColumn,
  NullableJsonbColumn,
  NullableSnowflakeColumn,
  NullableTimestampColumn,
  SnowflakeColumn,
  TimestampColumn,
} from '@twi/database';
import type { ColumnType, Generated } from 'kysely';
import type { StoredFeedItem } from '../feeds/feed-item.ts';
import type { FeedSourceId } from '../feeds/sources/feed-source.ts';
import type { StoredFeedOptions } from '../feeds/posts/feed-options.ts';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;
/** A `jsonb` that the table fills in. */
type DefaultedJsonb<Value> = ColumnType<
  Value,
  JsonbColumn<Value>['__insert__'] | undefined,
  JsonbColumn<Value>['__update__']
>;

/** Why a feed posts nothing: somebody of the staff paused it, or it cannot go on. */
export type PauseReason = 'staff' | 'failing' | 'gone' | 'credentials' | 'channel-gone' | 'no-permission';

/** `waiting` to be sent, being sent (nobody knows yet whether Discord took it), `sent`, not shown there, or refused for good. */
export type DeliveryState = 'waiting' | 'sending' | 'sent' | 'skipped' | 'failed';

/** What is read elsewhere, once for all that follow it. */
export interface FeedTargetsTable {
  id: IdentityColumn;
  source: FeedSourceId;
  /** What tells it apart within its source: an address, an id or a name in its one spelling. */
  key: string;
  /** Whose credentials it is read with, where those are a guild's own; then no other guild shares it. */
  credentialGuildId: NullableSnowflakeColumn;
  /** What people call it. */
  name: string;
  /** Where people find it. */
  url: string;
  /** What its source wants to know next time. */
  state: DefaultedJsonb<Record<string, unknown>>;
  createdAt: DefaultedTimestampColumn;
  /** When it was read first: all that it held then is old. */
  seededAt: NullableTimestampColumn;
  nextPollAt: DefaultedTimestampColumn;
  /** Until when a process is reading it. */
  leasedUntil: NullableTimestampColumn;
  /** Counts up whenever a process takes it on, so that one which lost it notices. */
  claims: Generated<number>;
  /** In a row. */
  failures: Generated<number>;
  lastError: Nullable<string>;
  lastPolledAt: NullableTimestampColumn;
  lastSucceededAt: NullableTimestampColumn;
  lastItemId: Generated<string>;
  /** What is dated before and not known may have been forgotten, so it is taken for old. */
  forgottenUntil: NullableTimestampColumn;
}

/** What a target was seen to have, in the order in which it came. */
interface FeedItemsTable {
  id: IdentityColumn;
  followedId: SnowflakeColumn;
  idHash: string;
  urlHash: Nullable<string>;
  contentHash: Nullable<string>;
  publishedAt: NullableTimestampColumn;
  /** Whether those who followed it then get it; what was there before is old. */
  isNew: boolean;
  /** Emptied when nobody needs it any more. */
  content: NullableJsonbColumn<StoredFeedItem>;
  seenAt: DefaultedTimestampColumn;
  /** Since when the target does not hold it any more. */
  goneAt: NullableTimestampColumn;
}

/** A target that a guild follows in a channel. */
export interface FeedsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  /** Of the guild; never used again. */
  number: number;
  followedId: SnowflakeColumn;
  channelId: SnowflakeColumn;
  mentionRoleId: NullableSnowflakeColumn;
  options: DefaultedJsonb<StoredFeedOptions>;
  addedBy: NullableSnowflakeColumn;
  createdAt: DefaultedTimestampColumn;
  deletedAt: NullableTimestampColumn;
  pausedAt: NullableTimestampColumn;
  pauseReason: Nullable<PauseReason>;
  pausedBy: NullableSnowflakeColumn;
  /** When the staff is to be told of a pause; `null` when they know. */
  noticeDueAt: NullableTimestampColumn;
  noticeAttempts: Generated<number>;
  /** The last item that was decided on for this feed. */
  afterItemId: string;
  /** Until when a process is posting for it. */
  leasedUntil: NullableTimestampColumn;
  claims: Generated<number>;
}

/** What a feed posts, or did. */
export interface FeedDeliveriesTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  feedId: SnowflakeColumn;
  itemId: SnowflakeColumn;
  state: Generated<DeliveryState>;
  /** How many items before it are not posted, since there were too many. */
  leftOut: Generated<number>;
  attempts: Generated<number>;
  attemptedAt: NullableTimestampColumn;
  nextAttemptAt: DefaultedTimestampColumn;
  /** Where the message is: the channel of the feed, or the post in its forum. */
  channelId: NullableSnowflakeColumn;
  messageId: NullableSnowflakeColumn;
  createdAt: DefaultedTimestampColumn;
  settledAt: NullableTimestampColumn;
}

/** How much a service may be asked, counted over all processes. */
interface RequestTurnsTable {
  service: string;
  /** When as many requests as allowed may begin at once again. */
  fullAt: TimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'integrations.feed_deliveries': FeedDeliveriesTable;
    'integrations.feed_items': FeedItemsTable;
    'integrations.feed_targets': FeedTargetsTable;
    'integrations.feeds': FeedsTable;
    'integrations.request_turns': RequestTurnsTable;
  }
}
