import { UserError } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { QuotesContext } from './context.ts';
import { QuoteRepository } from './database/quote-repository.ts';
import type { Quote } from './database/schema.ts';
import { noQuotes, noSuchQuote } from './errors.ts';
import { quoteReply } from './replies/quote-reply.ts';

/** What somebody said, and who wrote it down. */
export interface NewQuote {
  readonly guildId: Snowflake;
  readonly authorId: Snowflake;
  readonly addedBy: Snowflake;
  readonly text: string;
}

/** What the plugin can do; its pieces and jobs decide nothing themselves. */
export class Quotes {
  readonly #context: QuotesContext;
  readonly #quotes: QuoteRepository;

  constructor(context: QuotesContext) {
    this.#context = context;
    this.#quotes = new QuoteRepository(context.db);
  }

  async add(quote: NewQuote): Promise<Quote> {
    await this.#context.ensureGuild(quote.guildId);
    await this.#context.ensureUser(quote.authorId);
    await this.#context.ensureUser(quote.addedBy);
    return this.#quotes.add(quote);
  }

  /** @throws {UserError} `quotes.no-such-quote` */
  async get(guildId: Snowflake, id: string): Promise<Quote> {
    // The person may have typed something instead of picking a suggestion.
    const quote = /^\d{1,18}$/.test(id) ? await this.#quotes.find(guildId, id) : undefined;
    if (!quote) throw new UserError(noSuchQuote());
    return quote;
  }

  /** @throws {UserError} `quotes.none` */
  async random(guildId: Snowflake, exceptId?: string): Promise<Quote> {
    const quote = await this.#quotes.random(guildId, exceptId);
    if (!quote) throw new UserError(noQuotes());
    return quote;
  }

  search(guildId: Snowflake, text: string, limit: number): Promise<Quote[]> {
    return this.#quotes.search(guildId, text, limit);
  }

  /** Sends a job for each guild: where the plugin is off, it waits, and one guild's failure is not another's. */
  async sendDaily(): Promise<void> {
    for (const guildId of await this.#quotes.guildIds())
      await this.#context.jobs.send('post', { guildId }, { key: guildId });
  }

  /** Posts a quote in the channel that the guild has set. */
  async post(guildId: Snowflake): Promise<void> {
    const { channelId } = await this.#context.settings.get(guildId);
    const guild = this.#context.client.guilds.cache.get(guildId);
    const channel = channelId && guild?.channels.cache.get(channelId);
    if (!channel || !channel.isSendable()) return;
    const quote = await this.#quotes.random(guildId);
    if (quote) await channel.send(quoteReply(quote));
  }
}
