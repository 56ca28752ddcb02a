import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { z } from 'zod';
import type { IntegrationsContext } from '../../context.ts';
import { plainRefusal } from '../../errors.ts';
import type { Post } from '../../twitter/post.ts';
import { parseHandle } from '../../twitter/twitter-address.ts';
import { TwitterClient } from '../../twitter/twitter-client.ts';
import { badFeedTarget } from '../feed-errors.ts';
import type { NewFeedItem } from '../feed-item.ts';
import { ownerOf, secretFor } from './credential-owner.ts';
import type { FeedSource, Reading, TargetAddress, TargetToRead } from './feed-source.ts';

const INTERVAL_MS = 900_000;
/** What X gives at once; there is no more to catch up on than this. */
const MOST_POSTS = 100;
const FIRST_POSTS = 10;

const stored = z.object({ userId: z.string().optional(), since: z.string().optional() });

/** Accounts on X: their own posts, without replies and reposts. Their key is the handle in lower case. */
export class TwitterSource implements FeedSource {
  readonly #context: IntegrationsContext;
  readonly #client: TwitterClient;

  constructor(context: IntegrationsContext) {
    this.#context = context;
    this.#client = new TwitterClient(context.http, context.serviceAddress('twitter'));
  }

  intervalOf(): number {
    return INTERVAL_MS;
  }

  async locate(typed: string, guildId: Snowflake): Promise<TargetAddress> {
    const handle = parseHandle(typed);
    if (handle === undefined) throw new UserError(badFeedTarget('twitter'));
    return {
      key: handle.toLowerCase(),
      credentialGuildId: await ownerOf(this.#context, 'twitter', guildId),
    };
  }

  async read({ key, state, credentialGuildId }: TargetToRead): Promise<Reading> {
    const token = await secretFor(this.#context, 'twitter', credentialGuildId);
    const { userId: known, since } = stored.catch({}).parse(state);
    const userId = known ?? (await this.#accountOf(key, token));
    const posts = await this.#client.timeline(userId, {
      token,
      since,
      size: since === undefined ? FIRST_POSTS : MOST_POSTS,
    });
    const newest = posts.map(({ id }) => id).reduce(later, since);
    return {
      isUnchanged: false,
      state: { userId, since: newest },
      name: `@${posts[0]?.author.handle ?? key}`,
      url: `https://x.com/${key}`,
      items: posts.map(itemOf),
      hasTrustedIds: true,
      // Only what is newer than what is known is asked for.
      isExcerpt: since === undefined,
    };
  }

  async #accountOf(handle: string, token: string): Promise<string> {
    const { id, isProtected } = await this.#client.user(handle, { token });
    if (isProtected) throw new UserError(plainRefusal('account-protected'));
    return id;
  }
}

/** Ids of X are numbers that grow with time. */
function later(left: string | undefined, right: string): string {
  return left === undefined || BigInt(right) > BigInt(left) ? right : left;
}

function itemOf({ id, url, text, author, createdAt, pictures, isSensitive, hasVideo }: Post): NewFeedItem {
  return {
    kind: 'post',
    id,
    url,
    text,
    author: `${author.name} (@${author.handle})`,
    authorUrl: `https://x.com/${author.handle}`,
    publishedAt: createdAt,
    pictures: [...pictures],
    isAdult: isSensitive,
    hasVideo,
  };
}
