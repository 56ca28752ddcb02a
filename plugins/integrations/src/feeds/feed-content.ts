import { z } from 'zod';
import type { FeedView } from './feed-view.ts';
import { feedOptions } from './posts/feed-options.ts';

/** What the staff can change of a feed, as the audit log keeps it. */
export const feedContent = z.object({
  channelId: z.string(),
  /** Who is told; the guild's own id for everyone. */
  mentionRoleId: z.string().nullable(),
  options: feedOptions,
});

export type FeedContent = z.output<typeof feedContent>;

export function contentOf({ channelId, mentionRoleId, options }: FeedView): FeedContent {
  return { channelId, mentionRoleId, options };
}
