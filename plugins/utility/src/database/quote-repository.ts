import {
  asNumber,
  type Page,
  paginate,
  type PluginDatabase,
  type PluginTables,
  SoftDeleteTable,
} from '@twi/database';
import type { Snowflake } from 'discord.js';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { QuotesTable } from './quote-tables.ts';

const PAGE_SIZE = 8;

export type Quote = Omit<Selectable<QuotesTable>, 'words'>;
export type NewQuote = Pick<
  Insertable<QuotesTable>,
  'guildId' | 'text' | 'authorId' | 'authorName' | 'addedBy'
>;

/** Which quote: numbers count in each guild. */
export interface QuoteKey {
  readonly guildId: Snowflake;
  readonly number: number;
}

/** What can be changed about a quote. */
export type QuoteContent = Pick<Quote, 'text' | 'authorId' | 'authorName'>;

const COLUMNS = [
  'guildId',
  'number',
  'text',
  'authorId',
  'authorName',
  'addedBy',
  'createdAt',
  'editedAt',
  'deletedAt',
] as const satisfies readonly (keyof QuotesTable)[];

/** What people of a server said. */
export class QuoteRepository {
  readonly #db: PluginDatabase<'utility'>;
  readonly #quotes: SoftDeleteTable<PluginTables<'utility'>, 'utility.quotes'>;

  constructor(db: PluginDatabase<'utility'>) {
    this.#db = db;
    this.#quotes = new SoftDeleteTable(db, 'utility.quotes');
  }

  /**
   * Adds the guild's next quote. Counter and quote are one statement, so a number is taken exactly when its quote exists; the
   * counter's row lock keeps numbers free of gaps and repeats, and whoever adds one next waits for the end of the transaction.
   */
  async add(quote: NewQuote): Promise<Quote> {
    return this.#db
      .with('counter', (db) =>
        db
          .insertInto('utility.quote_counters')
          .values({ guildId: quote.guildId, lastNumber: 1 })
          .onConflict((conflict) =>
            conflict
              .column('guildId')
              .doUpdateSet((eb) => ({ lastNumber: eb('utility.quote_counters.lastNumber', '+', 1) })),
          )
          .returning('lastNumber'),
      )
      .insertInto('utility.quotes')
      .values((eb) => ({ ...quote, number: eb.selectFrom('counter').select('lastNumber') }))
      .returning(COLUMNS)
      .executeTakeFirstOrThrow();
  }

  async find({ guildId, number }: QuoteKey): Promise<Quote | undefined> {
    return this.#quotes
      .selectLive()
      .select(COLUMNS)
      .where((eb) => eb.and({ guildId, number }))
      .executeTakeFirst();
  }

  /** The same, and nobody else changes it before the transaction ends; deleted ones, too. */
  async lock({ guildId, number }: QuoteKey): Promise<Quote | undefined> {
    return this.#db
      .selectFrom('utility.quotes')
      .select(COLUMNS)
      .where((eb) => eb.and({ guildId, number }))
      .forUpdate()
      .executeTakeFirst();
  }

  /** How many quotes a guild has that are not deleted. */
  async count(guildId: Snowflake): Promise<number> {
    const { amount } = await this.#quotes
      .selectLive()
      .select((eb) => asNumber(eb.fn.countAll()).as('amount'))
      .where('guildId', '=', guildId)
      .executeTakeFirstOrThrow();
    return amount;
  }

  /** Any quote of the guild, each as likely as the others. */
  async random(guildId: Snowflake): Promise<Quote | undefined> {
    return this.#quotes
      .selectLive()
      .select(COLUMNS)
      .where('guildId', '=', guildId)
      .orderBy(sql`random()`)
      .limit(1)
      .executeTakeFirst();
  }

  /** A page of the quotes that have all the words, or words that begin so, newest first. @throws {CursorError} */
  search(guildId: Snowflake, words: readonly string[], cursor?: string): Promise<Page<Quote>> {
    return paginate(this.#matching(guildId, words).select(COLUMNS), {
      orderBy: [{ column: 'number', direction: 'desc' }],
      limit: PAGE_SIZE,
      cursor,
    });
  }

  /** The newest quotes that have all the words, or words that begin so. */
  async suggest(guildId: Snowflake, words: readonly string[], limit: number): Promise<Quote[]> {
    return this.#matching(guildId, words).select(COLUMNS).orderBy('number', 'desc').limit(limit).execute();
  }

  async change({ guildId, number }: QuoteKey, content: QuoteContent): Promise<Quote> {
    return this.#quotes
      .updateLive()
      .set({ ...content, editedAt: sql<Date>`now()` })
      .where((eb) => eb.and({ guildId, number }))
      .returning(COLUMNS)
      .executeTakeFirstOrThrow();
  }

  /** Marks a quote as deleted, or takes that back; its number stays its own. */
  async setDeleted({ guildId, number }: QuoteKey, isDeleted: boolean): Promise<void> {
    await (isDeleted ? this.#quotes.markDeleted() : this.#quotes.restore())
      .where((eb) => eb.and({ guildId, number }))
      .execute();
  }

  #matching(guildId: Snowflake, words: readonly string[]) {
    const live = this.#quotes.selectLive().where('guildId', '=', guildId);
    if (words.length === 0) return live;
    // Words hold no punctuation, so nothing in them is an operator; `:*` lets more letters follow.
    const query = words.map((word) => `${word}:*`).join(' & ');
    return live.where(sql<boolean>`words @@ to_tsquery('simple', ${query})`);
  }
}
