import { randomInt } from 'node:crypto';
import type { PluginDatabase } from '@twi/database';
import { sql } from 'kysely';
import { type ItemFilter, ItemListRepository, QUALIFIED_COLUMNS } from './item-list-repository.ts';
import type { Item } from './item-repository.ts';
import { TallyRepository } from './tally-repository.ts';

/** With this many tries, what makes up a tenth of a gallery is hit in 999 of 1,000 cases. */
const TRIES = 64;

/** Draws items, each as likely as any other. */
export class RandomItemRepository {
  readonly #db: PluginDatabase<'gallery'>;
  readonly #lists: ItemListRepository;
  readonly #tallies: TallyRepository;

  constructor(db: PluginDatabase<'gallery'>) {
    this.#db = db;
    this.#lists = new ItemListRepository(db);
    this.#tallies = new TallyRepository(db);
  }

  /** Any item, or any with a tag; `undefined` when there is none. */
  async draw(filter: ItemFilter): Promise<Item | undefined> {
    return (await this.#drawByNumber(filter)) ?? this.#drawByPlace(filter);
  }

  /** Tries numbers; the first that is one of them is taken. Fair, and fast where many numbers are. */
  async #drawByNumber(filter: ItemFilter): Promise<Item | undefined> {
    const counter = await this.#db
      .selectFrom('gallery.counters')
      .select('lastNumber')
      .where('guildId', '=', filter.guildId)
      .executeTakeFirst();
    if (!counter || counter.lastNumber === 0) return undefined;
    const numbers = Array.from({ length: TRIES }, () => randomInt(counter.lastNumber) + 1);
    return this.#lists
      .matching(filter)
      .select(QUALIFIED_COLUMNS)
      .where('gallery.items.number', 'in', numbers)
      .$if(filter.tag !== undefined, (items) =>
        items.where(sql<boolean>`${filter.tag} = any(gallery.items.tags)`),
      )
      .orderBy(sql`array_position(${numbers}::int[], gallery.items.number)`)
      .limit(1)
      .executeTakeFirst();
  }

  /** Goes to a place in the list; few are to be passed where numbers are seldom hit. */
  async #drawByPlace(filter: ItemFilter): Promise<Item | undefined> {
    const { guildId, nsfw, tag } = filter;
    const count = await this.#tallies.count({ guildId, nsfw }, tag === undefined ? 'all' : 'tag', tag ?? '');
    if (count === 0) return undefined;
    const items = tag === undefined ? this.#lists.matching(filter) : this.#lists.tagged(filter, tag);
    const at = (place: number) =>
      items
        .select(QUALIFIED_COLUMNS)
        .orderBy('gallery.items.number')
        .offset(place)
        .limit(1)
        .executeTakeFirst();
    // What is hidden is counted, too, so that a place may lie beyond the end.
    return (await at(randomInt(count))) ?? at(0);
  }
}
