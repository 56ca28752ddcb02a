import { CursorError, numberRanges, type Page } from '@twi/database';
import { UserError } from '@twi/sdk';
import type { GalleryContext } from '../context.ts';
import { type ItemFilter, ItemListRepository } from '../database/item-list-repository.ts';
import type { Item } from '../database/item-repository.ts';
import { ItemSearchRepository } from '../database/item-search-repository.ts';
import { RandomItemRepository } from '../database/random-item-repository.ts';
import { type TallyFilter, TallyRepository } from '../database/tally-repository.ts';
import { noWords } from '../errors.ts';
import { normaliseTag } from '../items/tags.ts';
import { prefixQuery, searchWords } from './search-words.ts';

/** Which items are offered while somebody types. */
interface Suggesting {
  readonly limit: number;
  /** Those in the bin. */
  readonly deleted: boolean;
}

/** Finds items that are not deleted. */
export class ItemSearch {
  readonly #lists: ItemListRepository;
  readonly #searches: ItemSearchRepository;
  readonly #randoms: RandomItemRepository;
  readonly #tallies: TallyRepository;

  constructor({ db }: GalleryContext) {
    this.#lists = new ItemListRepository(db);
    this.#searches = new ItemSearchRepository(db);
    this.#randoms = new RandomItemRepository(db);
    this.#tallies = new TallyRepository(db);
  }

  /** A page of items, newest first; `cursor` is `next` or `previous` of another page with the same filter. */
  list(filter: ItemFilter, limit: number, cursor?: string): Promise<Page<Item>> {
    return this.#lists.list(withTag(filter), limit, cursor);
  }

  /**
   * A page of what has all the words that somebody typed, also as beginnings of longer ones, the best first.
   *
   * @throws {UserError} `gallery.no-words`
   */
  async search(filter: ItemFilter, typed: string, limit: number, cursor?: string): Promise<Page<Item>> {
    const words = searchWords(typed);
    if (words.length === 0) throw new UserError(noWords(typed));
    const query = prefixQuery(words);
    try {
      return await this.#searches.search(filter, query, limit, cursor);
    } catch (error) {
      // The order depends on how much is found, so that a page may be one of the other order: begin anew.
      if (error instanceof CursorError && cursor) return this.#searches.search(filter, query, limit);
      throw error;
    }
  }

  /** Any item, each as likely as any other. */
  random(filter: ItemFilter): Promise<Item | undefined> {
    return this.#randoms.draw(withTag(filter));
  }

  /** What somebody may mean: by the beginning of the number, then by the words of the title and the rest. */
  async suggest(filter: ItemFilter, typed: string, { limit, deleted }: Suggesting): Promise<Item[]> {
    const digits = typed.trim().replace(/^#/, '');
    const ranges = numberRanges(digits);
    const numbered = ranges.length > 0 ? await this.#lists.numbered(filter, ranges, { limit, deleted }) : [];
    const named = numbered.length < limit ? await this.#named(filter, typed, { limit, deleted }) : [];
    return [...new Map([...numbered, ...named].map((item) => [item.number, item])).values()].slice(0, limit);
  }

  /** The tags that begin with what was typed, the most used first. */
  async suggestTags(filter: TallyFilter, typed: string, limit: number): Promise<string[]> {
    const prefix = normaliseTag(typed);
    const tags =
      prefix === ''
        ? await this.#tallies.most(filter, 'tag', limit)
        : await this.#tallies.beginning(filter, 'tag', prefix, limit);
    return tags.map(({ name }) => name);
  }

  async #named(filter: ItemFilter, typed: string, { limit, deleted }: Suggesting): Promise<Item[]> {
    const words = searchWords(typed);
    if (words.length === 0) return [];
    const query = prefixQuery(words);
    if (deleted) return this.#searches.searchDeleted(filter, query, limit);
    return (await this.#searches.search(filter, query, limit)).rows;
  }
}

function withTag({ tag, ...filter }: ItemFilter): ItemFilter {
  return tag === undefined ? filter : { ...filter, tag: normaliseTag(tag) };
}
