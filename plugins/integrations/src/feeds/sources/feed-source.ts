import type { Snowflake } from 'discord.js';
import type { NewFeedItem } from '../feed-item.ts';

export const FEED_SOURCE_IDS = ['rss', 'ao3', 'twitter', 'deviantart'] as const;

/** Where feeds come from. */
export type FeedSourceId = (typeof FEED_SOURCE_IDS)[number];

/** What somebody wants to follow, told apart from everything else of its source. */
export interface TargetAddress {
  readonly key: string;
  /** Whose credentials it is read with, where those are a guild's own. */
  readonly credentialGuildId?: Snowflake | undefined;
}

/** What a source is told to read something again. */
export interface TargetToRead extends TargetAddress {
  /** What the source wanted to know; empty at first. */
  readonly state: Readonly<Record<string, unknown>>;
}

interface ReadingBasis {
  /** What the source wants to know next time. */
  readonly state: Readonly<Record<string, unknown>>;
  /** For how long its site says that nothing changes, in milliseconds. */
  readonly freshForMs?: number | undefined;
  /** Its key from now on, where its site says that it moved for good. */
  readonly movedTo?: string | undefined;
}

/** What was read of a target. */
export type Reading =
  | (ReadingBasis & { readonly isUnchanged: true })
  | (ReadingBasis & {
      readonly isUnchanged: false;
      /** What people call it. */
      readonly name: string;
      /** Where people find it. */
      readonly url: string;
      /** Newest first, as its site has them. */
      readonly items: readonly NewFeedItem[];
      /** Whether an id always means the same item, and another id another one. */
      readonly hasTrustedIds: boolean;
      /** Whether these are its newest alone, so that older ones come up at the end when some are deleted. */
      readonly isExcerpt: boolean;
      /** Whether nothing of it can be told from what was there before, so all of it is old. */
      readonly isAllOld?: boolean;
    });

/** Reads one kind of targets. */
export interface FeedSource {
  /** How often a target is read, in milliseconds. */
  intervalOf(key: string): number;
  /** What somebody means by what they typed, without asking anybody. @throws {UserError} where it is nothing that can be followed. */
  locate(typed: string, guildId: Snowflake): Promise<TargetAddress>;
  /** @throws {UserError | UpstreamError} why it cannot be read. */
  read(target: TargetToRead): Promise<Reading>;
}
