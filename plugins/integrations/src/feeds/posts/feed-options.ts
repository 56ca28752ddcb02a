import { z } from 'zod';

const words = z.array(z.string()).default([]);

/** What a guild chose for one of its feeds. */
export const feedOptions = z.object({
  /** Only what holds one of these is posted; with none, everything is. */
  include: words,
  /** What holds one of these is not. */
  exclude: words,
  /** Whether texts and pictures are hidden until they are clicked. */
  isSpoiler: z.boolean().default(false),
  /** Whether what is posted is put into the gallery, too. */
  isForGallery: z.boolean().default(false),
});

export type FeedOptions = z.output<typeof feedOptions>;
/** As it is kept; an older version may have written it. */
export type StoredFeedOptions = z.input<typeof feedOptions>;
