import { type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import type { TallyKind } from './schema.ts';

/** Whose items are counted, and whether NSFW ones are among them. */
export interface TallyFilter {
  readonly guildId: Snowflake;
  readonly nsfw: boolean;
}

/** How many items there are of something. */
export interface Tally {
  readonly name: string;
  readonly items: number;
}

/** Reads how many items there are, as the triggers of the database keep it. */
export class TallyRepository {
  readonly #db: PluginDatabase<'gallery'>;
  readonly #items: SoftDeleteTable<PluginTables<'gallery'>, 'gallery.items'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
    this.#items = new SoftDeleteTable(db, 'gallery.items');
  }

  /** How many items there are of one thing. */
  async count(filter: TallyFilter, what: TallyKind, name: string): Promise<number> {
    const tally = await this.#tallies(filter, what).where('name', '=', name).executeTakeFirst();
    return tally?.items ?? 0;
  }

  /** What most items have, most first. */
  async most(filter: TallyFilter, what: TallyKind, limit: number): Promise<Tally[]> {
    return this.#tallies(filter, what)
      .orderBy(amountOf(filter), 'desc')
      .orderBy('name')
      .limit(limit)
      .execute();
  }

  /** What begins with a text, most first. */
  async beginning(filter: TallyFilter, what: TallyKind, prefix: string, limit: number): Promise<Tally[]> {
    return this.#tallies(filter, what)
      .where(sql<boolean>`starts_with(name, ${prefix})`)
      .where('name', '>=', prefix)
      .where('name', '<=', `${prefix}\u{10FFFF}`)
      .orderBy(amountOf(filter), 'desc')
      .orderBy('name')
      .limit(limit)
      .execute();
  }

  /** All of them, by name. */
  async all(filter: TallyFilter, what: TallyKind): Promise<Tally[]> {
    return this.#tallies(filter, what).orderBy('name').execute();
  }

  /** How many different ones there are. */
  async countNames(filter: TallyFilter, what: TallyKind): Promise<number> {
    const { names } = await this.#db
      .selectFrom(this.#tallies(filter, what).as('counted'))
      .select(sql<number>`count(*)::int`.as('names'))
      .executeTakeFirstOrThrow();
    return names;
  }

  /** A creator's name as one of their items has it, by their keys. */
  async creatorNames(guildId: Snowflake, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all(
      keys.map((key) =>
        this.#items
          .selectLive()
          .select(['creatorKey', 'creator'])
          .where((eb) => eb.and({ guildId, creatorKey: key }))
          .where('creator', 'is not', null)
          .orderBy('number')
          .limit(1)
          .executeTakeFirst(),
      ),
    );
    return new Map(
      found.flatMap((item) =>
        item?.creatorKey && item.creator ? [[item.creatorKey, item.creator] as const] : [],
      ),
    );
  }

  #tallies(filter: TallyFilter, what: TallyKind) {
    return this.#db
      .selectFrom('gallery.tallies')
      .select(['name', amountOf(filter).as('items')])
      .where((eb) => eb.and({ guildId: filter.guildId, what }))
      .where(amountOf(filter), '>', 0);
  }
}

function amountOf({ nsfw }: TallyFilter) {
  return nsfw ? sql<number>`(safe_items + nsfw_items)` : sql<number>`safe_items`;
}
