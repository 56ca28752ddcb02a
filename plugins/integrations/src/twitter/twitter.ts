import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { IntegrationsContext } from '../context.ts';
import { plainRefusal } from '../errors.ts';
import { notingQuotas } from '../services/noting-quotas.ts';
import type { Quotas } from '../services/quotas.ts';
import { secretOf } from '../services/secret-of.ts';
import type { Account, Post } from './post.ts';
import { parseHandle, parsePostAddress } from './twitter-address.ts';
import { TwitterClient } from './twitter-client.ts';
import { twitterQuotas } from './twitter-quotas.ts';

/** Posts and accounts on X, with the credentials of a guild or the bot's. */
export class Twitter {
  readonly #context: IntegrationsContext;
  readonly #client: TwitterClient;

  constructor(context: IntegrationsContext, quotas: Quotas) {
    this.#context = context;
    const http = notingQuotas(context.http, { service: 'twitter', quotas, read: twitterQuotas });
    this.#client = new TwitterClient(http, context.serviceAddress('twitter'));
  }

  /** @throws {UserError} where the address leads to no post that the bot may read. */
  async post(guildId: Snowflake, url: string): Promise<Post> {
    const id = parsePostAddress(url);
    if (id === undefined) throw new UserError(plainRefusal('not-a-post'));
    return this.#client.post(id, { token: await secretOf(this.#context, 'twitter', guildId) });
  }

  /** An account and what it posted last; nothing of a protected one. @throws {UserError} where there is no such account. */
  async user(
    guildId: Snowflake,
    typed: string,
  ): Promise<{ readonly account: Account; readonly posts: readonly Post[] }> {
    const handle = parseHandle(typed);
    if (handle === undefined) throw new UserError(plainRefusal('not-a-handle'));
    const token = await secretOf(this.#context, 'twitter', guildId);
    const account = await this.#client.user(handle, { token });
    return { account, posts: account.isProtected ? [] : await this.#client.timeline(account.id, { token }) };
  }
}
