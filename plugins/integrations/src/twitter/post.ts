import { z } from 'zod';

const address = z.url({ protocol: /^https?$/ });

const user = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  description: z.string().default(''),
  protected: z.boolean().default(false),
  profile_image_url: address.optional(),
  created_at: z.coerce.date().optional(),
  public_metrics: z
    .object({ followers_count: z.number(), following_count: z.number(), tweet_count: z.number() })
    .optional(),
});

const tweet = z.object({
  id: z.string(),
  text: z.string(),
  author_id: z.string(),
  created_at: z.coerce.date(),
  possibly_sensitive: z.boolean().default(false),
  /** The whole text, where it is longer than a post used to be. */
  note_tweet: z.object({ text: z.string() }).optional(),
  public_metrics: z
    .object({ like_count: z.number(), retweet_count: z.number(), reply_count: z.number() })
    .optional(),
  attachments: z.object({ media_keys: z.array(z.string()).default([]) }).optional(),
});

const media = z.object({
  media_key: z.string(),
  type: z.string(),
  /** Of pictures. */
  url: address.optional(),
  /** Of videos. */
  preview_image_url: address.optional(),
});

const includes = z
  .object({ users: z.array(user).default([]), media: z.array(media).default([]) })
  .default({ users: [], media: [] });

/** X answers with 200 where it refuses one thing, and says why in `errors` (X API v2, Response Codes & Errors). */
const errors = z
  .array(z.object({ type: z.string().default(''), detail: z.string().default('') }))
  .default([]);

export const postAnswer = z.object({ data: tweet.optional(), includes, errors });
export const userAnswer = z.object({ data: user.optional(), errors });
export const timelineAnswer = z.object({ data: z.array(tweet).default([]), includes, errors });

type Tweet = z.output<typeof tweet>;
type Includes = z.output<typeof includes>;
export type ApiErrors = z.output<typeof errors>;

/** An account on X. */
export interface Account {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly description: string;
  readonly isProtected: boolean;
  readonly avatarUrl: string | undefined;
  readonly followers: number | undefined;
  readonly posts: number | undefined;
}

/** A post on X. */
export interface Post {
  readonly id: string;
  readonly url: string;
  readonly text: string;
  readonly author: Account;
  readonly createdAt: Date;
  /** What its author or X says is not for everybody. */
  readonly isSensitive: boolean;
  readonly likes: number | undefined;
  readonly reposts: number | undefined;
  readonly replies: number | undefined;
  /** Pictures, and stills of videos, in their order. */
  readonly pictures: readonly string[];
  readonly hasVideo: boolean;
}

export function accountOf(found: z.output<typeof user>): Account {
  return {
    id: found.id,
    name: found.name,
    handle: found.username,
    description: found.description,
    isProtected: found.protected,
    avatarUrl: found.profile_image_url,
    followers: found.public_metrics?.followers_count,
    posts: found.public_metrics?.tweet_count,
  };
}

/** A post with its author and its media; `undefined` where X left its author out. */
export function postOf(found: Tweet, { users, media: attached }: Includes): Post | undefined {
  const author = users.find(({ id }) => id === found.author_id);
  if (!author) return undefined;
  const keys = found.attachments?.media_keys ?? [];
  const shown = keys.flatMap((key) => attached.find(({ media_key: each }) => each === key) ?? []);
  return {
    id: found.id,
    url: `https://x.com/${author.username}/status/${found.id}`,
    text: unescaped(found.note_tweet?.text ?? found.text),
    author: accountOf(author),
    createdAt: found.created_at,
    isSensitive: found.possibly_sensitive,
    likes: found.public_metrics?.like_count,
    reposts: found.public_metrics?.retweet_count,
    replies: found.public_metrics?.reply_count,
    pictures: shown.flatMap(({ url, preview_image_url: still }) => url ?? still ?? []),
    hasVideo: shown.some(({ type }) => type !== 'photo'),
  };
}

/** X escapes these three alone. */
function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
