import type { Page } from '@twi/database';
import type { GuildMember, Snowflake } from 'discord.js';
import type { UtilityContext } from '../context.ts';
import {
  type NewQuote,
  type Quote,
  type QuoteContent,
  type QuoteKey,
  QuoteRepository,
} from '../database/quote-repository.ts';
import type { UtilityTransaction } from '../database/utility-transaction.ts';
import { isSameContent } from './quote-content.ts';
import {
  badSearch,
  noQuoteFound,
  noQuotes,
  noSuchQuote,
  nothingToChange,
  notYourQuote,
  quoteChangedSince,
  quoteDeletedAlready,
  quoteNotDeleted,
  tooManyQuotes,
} from './quote-errors.ts';
import { searchWords } from './search-words.ts';

/** What people of a server said, worth keeping. Each keeps its number for ever. */
export class Quotes {
  readonly #context: UtilityContext;
  readonly #quotes: QuoteRepository;

  constructor(context: UtilityContext) {
    this.#context = context;
    this.#quotes = new QuoteRepository(context.db);
  }

  /** @throws {UserError} `utility.too-many-quotes` */
  async add(quote: NewQuote & { readonly addedBy: Snowflake }): Promise<Quote> {
    await this.#context.ensureGuild(quote.guildId);
    await this.#context.ensureUser(quote.addedBy);
    if (quote.authorId) await this.#context.ensureUser(quote.authorId);
    const { quoteMax } = await this.#context.settings.get(quote.guildId);
    return this.#context.db.transaction().execute(async (transaction) => {
      const quotes = new QuoteRepository(transaction);
      const added = await quotes.add(quote);
      // Counted with the new one, as nobody else adds one now; a refusal gives its number back.
      if ((await quotes.count(quote.guildId)) > quoteMax) throw tooManyQuotes(quoteMax);
      await this.#record('quote-add', added, { userId: quote.addedBy, transaction });
      return added;
    });
  }

  /** @throws {UserError} `utility.no-such-quote` */
  async get(key: QuoteKey): Promise<Quote> {
    const found = await this.#quotes.find(key);
    if (!found) throw noSuchQuote(key.number);
    return found;
  }

  /** Any quote, each as likely as the others. @throws {UserError} `utility.no-quotes` */
  async random(guildId: Snowflake): Promise<Quote> {
    const found = await this.#quotes.random(guildId);
    if (!found) throw noQuotes();
    return found;
  }

  /**
   * A page of the quotes in which all the words are, or words that begin so, newest first.
   *
   * @throws {UserError} `utility.bad-search`, `utility.no-quote-found`
   */
  async search(guildId: Snowflake, typed: string, cursor?: string): Promise<Page<Quote>> {
    const words = searchWords(typed);
    if (words.length === 0) throw badSearch();
    const page = await this.#quotes.search(guildId, words, cursor);
    if (page.rows.length === 0 && cursor === undefined) throw noQuoteFound(typed);
    return page;
  }

  /** Quotes for autocomplete: the one of that number first, then those with the words. */
  async suggest(guildId: Snowflake, typed: string, limit: number): Promise<Quote[]> {
    const number = /^\s*#?(\d{1,9})\s*$/.exec(typed)?.[1];
    const exact = number ? await this.#quotes.find({ guildId, number: Number(number) }) : undefined;
    const others = await this.#quotes.suggest(guildId, searchWords(typed), limit);
    return [...(exact ? [exact] : []), ...others.filter((quote) => quote.number !== exact?.number)].slice(
      0,
      limit,
    );
  }

  /**
   * Changes a quote.
   *
   * @throws {UserError} `utility.no-such-quote`, `utility.not-your-quote`, `utility.nothing-to-change`
   */
  async edit(key: QuoteKey, change: Partial<QuoteContent>, member: GuildMember): Promise<Quote> {
    const before = await this.get(key);
    await this.#assertMayChange(before, member);
    const { text, authorId, authorName } = before;
    const after = { text, authorId, authorName, ...change };
    if (isSameContent(before, after)) throw nothingToChange();
    return this.replace(key, { before, after }, member);
  }

  /**
   * Replaces what a quote says, if it still says what it did before.
   *
   * @throws {UserError} `utility.no-such-quote`, `utility.not-your-quote`, `utility.quote-changed-since`
   */
  async replace(
    key: QuoteKey,
    { before, after }: { readonly before: QuoteContent; readonly after: QuoteContent },
    member: GuildMember,
  ): Promise<Quote> {
    if (after.authorId) await this.#context.ensureUser(after.authorId);
    return this.#changing(key, member, async (quotes, now, transaction) => {
      if (now.deletedAt) throw noSuchQuote(key.number);
      if (!isSameContent(now, before)) throw quoteChangedSince(key.number);
      const changed = await quotes.change(key, content(after));
      await this.#record('quote-edit', changed, {
        userId: member.id,
        transaction,
        reversal: { before: content(before), after: content(after) },
      });
      return changed;
    });
  }

  /** Takes a quote away; its number stays its own. @throws {UserError} `utility.no-such-quote`, `utility.not-your-quote` */
  delete(key: QuoteKey, member: GuildMember): Promise<Quote> {
    return this.#changing(key, member, async (quotes, now, transaction) => {
      if (now.deletedAt) throw quoteDeletedAlready(key.number);
      await quotes.setDeleted(key, true);
      await this.#record('quote-delete', now, { userId: member.id, transaction });
      return now;
    });
  }

  /**
   * Brings a deleted quote back.
   *
   * @throws {UserError} `utility.quote-not-deleted`, `utility.not-your-quote`, `utility.too-many-quotes`
   */
  async restore(key: QuoteKey, member: GuildMember): Promise<Quote> {
    const { quoteMax } = await this.#context.settings.get(key.guildId);
    return this.#changing(key, member, async (quotes, now, transaction) => {
      if (!now.deletedAt) throw quoteNotDeleted(key.number);
      if ((await quotes.count(key.guildId)) >= quoteMax) throw tooManyQuotes(quoteMax);
      await quotes.setDeleted(key, false);
      await this.#record('quote-restore', now, { userId: member.id, transaction });
      return now;
    });
  }

  async #changing(
    key: QuoteKey,
    member: GuildMember,
    change: (quotes: QuoteRepository, now: Quote, transaction: UtilityTransaction) => Promise<Quote>,
  ): Promise<Quote> {
    const mayChangeOthers = await this.#context.permissions.allows(member, 'utility.quotes');
    await this.#context.ensureUser(member.id);
    return this.#context.db.transaction().execute(async (transaction) => {
      const quotes = new QuoteRepository(transaction);
      const now = await quotes.lock(key);
      if (!now) throw noSuchQuote(key.number);
      if (!mayChangeOthers && !isOwn(now, member.id)) throw notYourQuote(key.number);
      return change(quotes, now, transaction);
    });
  }

  async #assertMayChange(quote: Quote, member: GuildMember): Promise<void> {
    if (isOwn(quote, member.id) || (await this.#context.permissions.allows(member, 'utility.quotes'))) return;
    throw notYourQuote(quote.number);
  }

  #record(
    verb: string,
    { guildId, number }: QuoteKey,
    {
      userId,
      transaction,
      reversal,
    }: {
      readonly userId: Snowflake;
      readonly transaction: UtilityTransaction;
      readonly reversal?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    return this.#context.audit.record({
      guildId,
      userId,
      action: `utility.${verb}`,
      target: `quote #${number}`,
      details: { quote: number },
      reversal: { quote: number, ...reversal },
      transaction,
    });
  }
}

function content({ text, authorId, authorName }: QuoteContent): QuoteContent {
  return { text, authorId, authorName };
}

/** Of who added it, and of who said it. */
function isOwn({ addedBy, authorId }: Quote, userId: Snowflake): boolean {
  return addedBy === userId || authorId === userId;
}
