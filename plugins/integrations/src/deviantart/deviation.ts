import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ });
const picture = z.object({ src: address });

const deviation = z.object({
  deviationid: z.uuid(),
  is_deleted: z.boolean().default(false),
  /** Absent of deleted ones. */
  url: address.optional(),
  title: z.string().default(''),
  is_mature: z.boolean().default(false),
  author: z.object({ username: z.string() }).optional(),
  /** Seconds since 1970, as text. */
  published_time: z.coerce.number().optional(),
  stats: z.object({ favourites: z.number(), comments: z.number() }).optional(),
  content: picture.optional(),
  preview: picture.optional(),
});

/** https://www.deviantart.com/developers/http/v1/20240701/object/deviation */
export const deviationAnswer = deviation;
export const galleryAnswer = z.object({ results: z.array(deviation) });
/** https://www.deviantart.com/developers/http/v1/20240701/deviation_metadata */
export const metadataAnswer = z.object({
  metadata: z
    .array(
      z.object({
        description: z.string().default(''),
        tags: z.array(z.object({ tag_name: z.string() })).default([]),
      }),
    )
    .default([]),
});

/** A piece of art on DeviantArt. */
export interface Deviation {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly artist: string;
  readonly isMature: boolean;
  readonly publishedAt: Date | undefined;
  readonly favourites: number;
  /** Absent of texts. */
  readonly pictureUrl: string | undefined;
}

/** A deviation with what its artist says about it. */
export interface DescribedDeviation extends Deviation {
  /** As HTML. */
  readonly description: string;
  readonly tags: readonly string[];
}

/** `undefined` where it is deleted. */
export function deviationOf(found: z.output<typeof deviation>): Deviation | undefined {
  const { deviationid: id, url, author, published_time: published } = found;
  if (found.is_deleted || url === undefined || author === undefined) return undefined;
  return {
    id,
    url,
    title: found.title,
    artist: author.username,
    isMature: found.is_mature,
    publishedAt: published === undefined ? undefined : new Date(published * 1_000),
    favourites: found.stats?.favourites ?? 0,
    pictureUrl: found.content?.src ?? found.preview?.src,
  };
}
