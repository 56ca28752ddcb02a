import { type Page, paginate, type PluginDatabase, asNumber } from '@twi/database';
import { type RawBuilder, sql } from 'kysely';
import { isNotIn, type ItemFilter, ItemListRepository, QUALIFIED_COLUMNS } from './item-list-repository.ts';
import type { Item } from './item-repository.ts';

/** Of so many of the newest items … */
const PROBED = 2_000;
/** … so many match a word that tells little: then the newest of them are as good as any, and quickly found. */
const COMMON = 200;
/** Ranks are compared as whole numbers: those are the same in every query. */
const RANK_STEPS = 1_000_000;

/** Finds items by their words. */
export class ItemSearchRepository {
  readonly #db: PluginDatabase<'gallery'>;
  readonly #lists: ItemListRepository;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
    this.#lists = new ItemListRepository(db);
  }

  /**
   * A page of what matches, the best first, and the newest of those that match equally well. What much of the gallery
   * matches is listed newest first.
   *
   * @param query in the language of `to_tsquery`, as `prefixQuery` makes it
   * @throws {CursorError} when the cursor belongs to another list.
   */
  async search(filter: ItemFilter, query: string, limit: number, cursor?: string): Promise<Page<Item>> {
    const isCommon = (await this.#countNewest(filter, query)) >= COMMON;
    return isCommon ? this.#newest(filter, query, limit, cursor) : this.#ranked(filter, query, limit, cursor);
  }

  /** The newest deleted items that match. */
  async searchDeleted(
    { guildId, nsfw, hidden = [], addedBy }: ItemFilter,
    query: string,
    limit: number,
  ): Promise<Item[]> {
    return this.#db
      .selectFrom('gallery.items')
      .select(QUALIFIED_COLUMNS)
      .where('guildId', '=', guildId)
      .where('deletedAt', 'is not', null)
      .$if(!nsfw, (items) => items.where('nsfw', '=', false))
      .$if(hidden.length > 0, (items) => items.where(isNotIn(hidden)))
      .$if(addedBy !== undefined, (items) => items.where('addedBy', '=', addedBy ?? null))
      .where(sql<boolean>`search @@ ${tsquery(query)}`)
      .orderBy('number', 'desc')
      .limit(limit)
      .execute();
  }

  /** How many of the newest items match. */
  async #countNewest(filter: ItemFilter, query: string): Promise<number> {
    const newest = this.#lists
      .matching(filter)
      .select('gallery.items.search')
      .orderBy('gallery.items.number', 'desc')
      .limit(PROBED);
    const { count } = await this.#db
      .selectFrom(newest.as('newest'))
      .select((eb) => asNumber(eb.fn.countAll()).as('count'))
      .where(sql<boolean>`search @@ ${tsquery(query)}`)
      .executeTakeFirstOrThrow();
    return count;
  }

  async #ranked(filter: ItemFilter, query: string, limit: number, cursor?: string): Promise<Page<Item>> {
    const rank = sql<number>`(ts_rank(gallery.items.search, ${tsquery(query)}) * ${sql.lit(RANK_STEPS)})::int`;
    const ranked = this.#found(filter, query).select([...QUALIFIED_COLUMNS, rank.as('rank')]);
    const orderBy = [
      { column: 'rank', direction: 'desc' },
      { column: 'number', direction: 'desc' },
    ] as const;
    const page = await paginate(this.#db.selectFrom(ranked.as('found')).selectAll(), {
      orderBy,
      limit,
      cursor,
    });
    return { ...page, rows: page.rows.map(({ rank: _rank, ...item }) => item) };
  }

  /** Walks through the newest items. `||` keeps the planner from collecting and sorting all that match. */
  #newest(filter: ItemFilter, query: string, limit: number, cursor?: string): Promise<Page<Item>> {
    const matching = this.#lists
      .matching(filter)
      .select(QUALIFIED_COLUMNS)
      .where(sql<boolean>`(gallery.items.search || ''::tsvector) @@ ${tsquery(query)}`);
    const orderBy = [{ column: 'gallery.items.number', direction: 'desc' }] as const;
    return paginate(matching, { orderBy, limit, cursor });
  }

  /** What matches, by the index. The word of the server keeps it from those of all others, see `gallery.search_of`. */
  #found(filter: ItemFilter, query: string) {
    const ofGuild = sql`cast(${`'guild:${filter.guildId}'`} as tsquery)`;
    return this.#lists
      .matching(filter)
      .where(sql<boolean>`gallery.items.search @@ (${ofGuild} && ${tsquery(query)})`);
  }
}

function tsquery(query: string): RawBuilder<string> {
  return sql`to_tsquery('simple', ${query})`;
}
