import type { ErasedRows } from '@twi/database';

/** What erasing does, or did, to one thing that a plugin keeps. */
export interface ErasureLine extends ErasedRows {
  /** The plugin's title. */
  readonly plugin: string;
  /** What people call it, such as `pending expiries`. */
  readonly what: string;
}

/** What erasing does, or did. */
export interface ErasureReport {
  /** Only what names the person. */
  readonly lines: readonly ErasureLine[];
  /** Titles of plugins whose data could not be erased; it is tried again. */
  readonly failed: readonly string[];
}

/** Whether a line tells anything. */
export function isConcerned({ deleted, anonymised, kept }: ErasedRows): boolean {
  return deleted + anonymised + kept.size > 0;
}
