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
import type { ColumnType } from 'kysely';
import type { RepostSource } from '../reposts/detection/repost-source.ts';
import type { Fingerprint } from '../reposts/files/fingerprint.ts';
import type { NoticeState } from '../reposts/authors/notice-state.ts';
import type { RepostForm } from '../reposts/repost-form.ts';

type Nullable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;

/** `open` while somebody fills it in; `posting` from the claim until the item is recorded. */
type DraftState = 'cancelled' | 'open' | 'posted' | 'posting';

/** A repost that somebody prepares: references and words, no bytes. */
export interface RepostDraftsTable {
  id: IdentityColumn;
  guildId: SnowflakeColumn;
  /** Whose draft it is; nobody else may go on with it. */
  moderatorId: SnowflakeColumn;
  state: DraftState;
  source: JsonbColumn<RepostSource>;
  sourceMessageId: SnowflakeColumn;
  /** Whose message it is; `null` for a webhook's, which is nobody's. */
  sourceAuthorId: NullableSnowflakeColumn;
  /** The id of the choice among what the message holds. */
  choice: Nullable<string>;
  /** The destination. */
  channelId: NullableSnowflakeColumn;
  form: NullableJsonbColumn<RepostForm>;
  /** Of the files of the choice, in their order; `null` for one that was not downloaded. */
  fingerprints: NullableJsonbColumn<readonly (Fingerprint | null)[]>;
  /** Until when the process that posts it is trusted to be at work. */
  claimedUntil: NullableTimestampColumn;
  /** What it became. */
  itemNumber: Nullable<number>;
  /** How far the message to the author is; `null` before it is posted. */
  notice: Nullable<NoticeState>;
  createdAt: DefaultedTimestampColumn;
  expiresAt: TimestampColumn;
}

/** Who does not want to be reposted in a guild. */
interface OptOutsTable {
  guildId: SnowflakeColumn;
  userId: SnowflakeColumn;
  since: DefaultedTimestampColumn;
}

/** Items that the author of the original had removed; staff cannot bring them back. */
interface WithdrawalsTable {
  guildId: SnowflakeColumn;
  number: number;
  withdrawnAt: DefaultedTimestampColumn;
}

declare module '@twi/database' {
  interface Database {
    'gallery.opt_outs': OptOutsTable;
    'gallery.repost_drafts': RepostDraftsTable;
    'gallery.withdrawals': WithdrawalsTable;
  }
}
