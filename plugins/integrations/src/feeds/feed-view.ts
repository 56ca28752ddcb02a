import type { Snowflake } from 'discord.js';
import type { PauseReason } from '../database/feed-tables.ts';
import type { FeedOptions } from './posts/feed-options.ts';
import type { FeedSourceId } from './sources/feed-source.ts';

/** A feed of a guild. */
export interface FeedKey {
  readonly guildId: Snowflake;
  readonly number: number;
}

/** A feed with what it follows. */
export interface FeedView extends FeedKey {
  readonly id: string;
  readonly followedId: string;
  readonly source: FeedSourceId;
  /** What people call what it follows: the title of a feed or a work, a handle, an artist. */
  readonly name: string;
  /** Where people find that. */
  readonly url: string;
  readonly channelId: Snowflake;
  readonly mentionRoleId: Snowflake | null;
  readonly options: FeedOptions;
  readonly addedBy: Snowflake | null;
  readonly createdAt: Date;
  readonly deletedAt: Date | null;
  readonly pausedAt: Date | null;
  readonly pauseReason: PauseReason | null;
  readonly pausedBy: Snowflake | null;
}

/** A feed with how well it does. */
export interface FeedHealth extends FeedView {
  /** Readings that failed, in a row. */
  readonly failures: number;
  /** What the last reading failed of, such as `feed-missing`, `busy`, `no-answer`. */
  readonly lastError: string | null;
  readonly lastPolledAt: Date | null;
  readonly lastSucceededAt: Date | null;
  /** `null` while it is paused. */
  readonly nextPollAt: Date | null;
  readonly lastPostedAt: Date | null;
  /** Items that are recorded and not sent yet. */
  readonly waiting: number;
}
