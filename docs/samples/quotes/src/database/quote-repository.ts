import type { PluginDatabase } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql, type Insertable } from 'kysely';
import type { Quote, QuotesTable } from './schema.ts';

export class QuoteRepository {
  readonly #db: PluginDatabase<'quotes'>;

  constructor(db: PluginDatabase<'quotes'>) {
    this.#db = db;
  }

  async add(quote: Insertable<QuotesTable>): Promise<Quote> {
    return this.#db.insertInto('quotes.quotes').values(quote).returningAll().executeTakeFirstOrThrow();
  }

  async find(guildId: Snowflake, id: string): Promise<Quote | undefined> {
    return this.#db
      .selectFrom('quotes.quotes')
      .selectAll()
      .where((eb) => eb.and({ guildId, id }))
      .executeTakeFirst();
  }

  /** The newest quotes that contain the text. */
  async search(guildId: Snowflake, text: string, limit: number): Promise<Quote[]> {
    return this.#db
      .selectFrom('quotes.quotes')
      .selectAll()
      .where('guildId', '=', guildId)
      .where(sql<boolean>`position(lower(${text}) in lower(text)) > 0`)
      .orderBy('addedAt', 'desc')
      .limit(limit)
      .execute();
  }

  /** Any quote; where there are several, another one than `exceptId`. */
  async random(guildId: Snowflake, exceptId = '0'): Promise<Quote | undefined> {
    return this.#db
      .selectFrom('quotes.quotes')
      .selectAll()
      .where('guildId', '=', guildId)
      .orderBy((eb) => eb('id', '=', exceptId))
      .orderBy(sql`random()`)
      .limit(1)
      .executeTakeFirst();
  }

  /** The guilds that have quotes. */
  async guildIds(): Promise<Snowflake[]> {
    const rows = await this.#db.selectFrom('quotes.quotes').select('guildId').distinct().execute();
    return rows.map(({ guildId }) => guildId);
  }
}
