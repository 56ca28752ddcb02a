import { circuitBreaker, HTTPError, requestsPerHost, type RequestLimits, UserError } from '@twi/sdk';
import type { z } from 'zod';
import type { IntegrationsContext } from '../context.ts';
import { plainRefusal } from '../errors.ts';
import { ask } from '../services/ask.ts';
import {
  type Account,
  accountOf,
  type ApiErrors,
  type Post,
  postAnswer,
  postOf,
  timelineAnswer,
  userAnswer,
} from './post.ts';

type Http = IntegrationsContext['http'];

const NAME = 'X';
const MAX_BYTES = 1_048_576;
const NOT_FOUND = 404;
const FIELDS = {
  'tweet.fields': 'author_id,created_at,possibly_sensitive,public_metrics,note_tweet,attachments',
  'user.fields': 'created_at,description,profile_image_url,protected,public_metrics',
  'media.fields': 'type,url,preview_image_url',
  expansions: 'author_id,attachments.media_keys',
} as const;

/** What is asked for, and with which bearer token. */
interface Asking {
  readonly token: string;
}

/** Reads X through its API v2 (https://docs.x.com/x-api). */
export class TwitterClient {
  readonly #http: Http;

  constructor(http: Http, base = 'https://api.x.com') {
    this.#http = http.extend(
      requestsPerHost({ requests: 5, perMs: 1_000 }),
      circuitBreaker({ failures: 5, pauseMs: 60_000 }),
      {
        prefixUrl: `${base}/2`,
        // A request that is turned away for its rate is not worth another: windows last 15 minutes.
        retry: { limit: 1, statusCodes: [500, 502, 503, 504] },
        context: { maxBytes: MAX_BYTES } satisfies RequestLimits,
      },
    );
  }

  /** @throws {UserError} where the post is deleted, protected, or its author suspended. */
  async post(id: string, { token }: Asking): Promise<Post> {
    const { data, includes, errors } = await this.#get(`tweets/${id}`, FIELDS, { token, schema: postAnswer });
    const post = data && postOf(data, includes);
    if (!post) throw new UserError(plainRefusal(problemIn(errors, 'no-such-post')));
    return post;
  }

  /** @throws {UserError} where there is no such account, or it is suspended. */
  async user(handle: string, { token }: Asking): Promise<Account> {
    const searchParams = { 'user.fields': FIELDS['user.fields'] };
    const { data, errors } = await this.#get(`users/by/username/${handle}`, searchParams, {
      token,
      schema: userAnswer,
    });
    if (!data) throw new UserError(plainRefusal(problemIn(errors, 'no-such-account')));
    return accountOf(data);
  }

  /**
   * What an account posted, newest first, without replies and reposts.
   *
   * @param since the id of a post; only newer ones are listed.
   * @param size how many at most; 5 to 100.
   * @throws {UserError} where the account is not there any more, protected, or suspended.
   */
  async timeline(
    userId: string,
    { token, since, size = 5 }: Asking & { readonly since?: string | undefined; readonly size?: number },
  ): Promise<Post[]> {
    const searchParams = {
      ...FIELDS,
      max_results: String(size),
      exclude: 'replies,retweets',
      ...(since !== undefined && { since_id: since }),
    };
    const { data, includes, errors } = await this.#get(`users/${userId}/tweets`, searchParams, {
      token,
      schema: timelineAnswer,
    });
    // Of an account that posted nothing, X tells no error.
    if (data.length === 0 && errors.length > 0)
      throw new UserError(plainRefusal(problemIn(errors, 'no-such-account')));
    return data.flatMap((found) => postOf(found, includes) ?? []);
  }

  async #get<T>(
    path: string,
    searchParams: Readonly<Record<string, string>>,
    { token, schema }: Asking & { readonly schema: z.ZodType<T> },
  ): Promise<T> {
    return ask(NAME, async () => {
      try {
        const headers = { authorization: `Bearer ${token}` };
        return schema.parse(await this.#http.get(path, { searchParams, headers }).json());
      } catch (error) {
        if (error instanceof HTTPError && error.response.statusCode === NOT_FOUND)
          throw new UserError(plainRefusal(path.startsWith('tweets/') ? 'no-such-post' : 'no-such-account'));
        throw error;
      }
    });
  }
}

/** Why X left out what was asked for. */
function problemIn<Missing extends 'no-such-post' | 'no-such-account'>(
  errors: ApiErrors,
  missing: Missing,
): Missing | 'account-suspended' | 'account-protected' {
  if (errors.some(({ detail }) => /suspended/i.test(detail))) return 'account-suspended';
  const isHidden = errors.some(({ type }) => type.endsWith('/not-authorized-for-resource'));
  return isHidden ? 'account-protected' : missing;
}
