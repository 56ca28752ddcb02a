import type { Import, ImportPosition } from '../../database/import-repository.ts';
import type { SourcePost } from '../extraction/source-post.ts';

/** What one step of a walk came by. */
export interface WalkStep {
  /** Oldest first; at most about a hundred. */
  readonly posts: readonly SourcePost[];
  /** How many messages or threads were looked at. */
  readonly scanned: number;
  /** Where the next step goes on. */
  readonly position: ImportPosition;
  readonly isLast: boolean;
}

/** A way through the old posts of a channel, which any process can go on with. */
export interface ChannelWalk {
  next(run: Import): Promise<WalkStep>;
}

/** Tells whether a post is among those that an import is about. */
export function isWithin({ afterId, untilId }: Import, messageId: string): boolean {
  const id = BigInt(messageId);
  return id < BigInt(untilId) && (afterId === null || id > BigInt(afterId));
}
