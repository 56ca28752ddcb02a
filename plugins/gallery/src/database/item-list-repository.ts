import { type Page, paginate, type PluginDatabase, type PluginTables, SoftDeleteTable } from '@twi/database';
import type { Snowflake } from 'discord.js';
import { sql } from 'kysely';
import { type Item, ITEM_COLUMNS } from './item-repository.ts';

/** Which items of a guild, none of them deleted. */
export interface ItemFilter {
  readonly guildId: Snowflake;
  /** Whether NSFW items are among them: only where an age-restricted channel shows them. */
  readonly nsfw: boolean;
  /** Channels whose items are not among them. */
  readonly hidden?: readonly Snowflake[] | undefined;
  /** Only what this person added. */
  readonly addedBy?: Snowflake | undefined;
  /** As it is kept. */
  readonly tag?: string | undefined;
  /** `@<id>` or a name. */
  readonly creator?: string | undefined;
}

/** `ITEM_COLUMNS` where other tables stand beside the items. */
export const QUALIFIED_COLUMNS = ITEM_COLUMNS.map((column) => `gallery.items.${column}` as const);

/** Lists items, newest first. */
export class ItemListRepository {
  readonly #items: SoftDeleteTable<PluginTables<'gallery'>, 'gallery.items'>;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#items = new SoftDeleteTable(db, 'gallery.items');
  }

  /** @throws {CursorError} when the cursor belongs to another list. */
  list(filter: ItemFilter, limit: number, cursor?: string): Promise<Page<Item>> {
    const orderBy = [{ column: 'gallery.items.number', direction: 'desc' }] as const;
    const page = { orderBy, limit, cursor };
    return filter.tag === undefined
      ? paginate(this.matching(filter).select(QUALIFIED_COLUMNS), page)
      : paginate(this.tagged(filter, filter.tag).select(QUALIFIED_COLUMNS), page);
  }

  /** The newest items whose number is in one of the ranges, which are in order; live ones, or those in the bin. */
  async numbered(
    filter: ItemFilter,
    ranges: readonly (readonly [from: number, to: number])[],
    { limit, deleted }: { readonly limit: number; readonly deleted: boolean },
  ): Promise<Item[]> {
    const found: Item[] = [];
    // One after the other, as each is read from its end: all at once would be fetched whole and sorted.
    for (const range of ranges.toReversed()) {
      if (found.length >= limit) break;
      found.push(...(await this.#between(filter, range, { limit: limit - found.length, deleted })));
    }
    return found;
  }

  #between(
    { guildId, nsfw, hidden = [], addedBy }: ItemFilter,
    [from, to]: readonly [from: number, to: number],
    { limit, deleted }: { readonly limit: number; readonly deleted: boolean },
  ): Promise<Item[]> {
    const items = deleted ? this.#items.selectDeleted() : this.#items.selectLive();
    return items
      .select(ITEM_COLUMNS)
      .where('guildId', '=', guildId)
      .$if(!nsfw, (query) => query.where('nsfw', '=', sql.lit(false)))
      .$if(hidden.length > 0, (query) => query.where(isNotIn(hidden)))
      .$if(addedBy !== undefined, (query) => query.where('addedBy', '=', addedBy ?? null))
      .where((eb) => eb.between('number', from, to))
      .orderBy('number', 'desc')
      .limit(limit)
      .execute();
  }

  /** Begins a query over items, whatever their tags. */
  matching({ guildId, nsfw, creator, hidden = [] }: ItemFilter) {
    return this.#items
      .selectLive()
      .where('gallery.items.guildId', '=', guildId)
      .$if(!nsfw, (query) => query.where('gallery.items.nsfw', '=', sql.lit(false)))
      .$if(hidden.length > 0, (query) => query.where(isNotIn(hidden)))
      .$if(creator !== undefined, (query) =>
        query.where('gallery.items.creatorKey', '=', sql<string>`lower(${creator})`),
      );
  }

  /** Begins a query over items with a tag. Joined, and not looked up, so that the tag's index gives the order. */
  tagged(filter: ItemFilter, tag: string) {
    return this.matching(filter)
      .innerJoin('gallery.item_tags', (join) =>
        join
          .onRef('gallery.item_tags.guildId', '=', 'gallery.items.guildId')
          .onRef('gallery.item_tags.number', '=', 'gallery.items.number'),
      )
      .where('gallery.item_tags.guildId', '=', filter.guildId)
      .where('gallery.item_tags.tag', '=', tag)
      .$if(!filter.nsfw, (query) => query.where('gallery.item_tags.nsfw', '=', sql.lit(false)));
  }
}

/** What has no place, or another one. */
export function isNotIn(hidden: readonly Snowflake[]) {
  return sql<boolean>`(gallery.items.place_id = any (${[...hidden]}::bigint[])) is not true`;
}
