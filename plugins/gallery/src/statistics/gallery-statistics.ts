import type { GalleryContext } from '../context.ts';
import { type Tally, type TallyFilter, TallyRepository } from '../database/tally-repository.ts';

/** So many names fit below each other. */
const MOST_NAMES = 10;

/** What a gallery holds, in numbers. */
export interface GalleryTotals {
  readonly items: number;
  readonly tagCount: number;
  readonly creatorCount: number;
  /** The most used, most first. */
  readonly tags: readonly Tally[];
  /** By name; people with an account as `<@id>`. */
  readonly creators: readonly Tally[];
  /** How many items were added on which UTC day, of those that are there now; oldest first. */
  readonly days: readonly Tally[];
}

/** Counts what a gallery holds. */
export class GalleryStatistics {
  readonly #tallies: TallyRepository;

  constructor({ db }: GalleryContext) {
    this.#tallies = new TallyRepository(db);
  }

  async totals(filter: TallyFilter): Promise<GalleryTotals> {
    const tallies = this.#tallies;
    const [items, tags, creators, days, tagCount, creatorCount] = await Promise.all([
      tallies.count(filter, 'all', ''),
      tallies.most(filter, 'tag', MOST_NAMES),
      tallies.most(filter, 'creator', MOST_NAMES),
      tallies.all(filter, 'day'),
      tallies.countNames(filter, 'tag'),
      tallies.countNames(filter, 'creator'),
    ]);
    const names = await tallies.creatorNames(
      filter.guildId,
      creators.map(({ name }) => name).filter((name) => !isAccount(name)),
    );
    const named = creators.map(({ name, items: count }) => ({
      name: isAccount(name) ? `<${name}>` : (names.get(name) ?? name),
      items: count,
    }));
    return { items, tags, creators: named, days, tagCount, creatorCount };
  }
}

/** The key of a creator who has an account, see `gallery.items.creator_key`. */
function isAccount(key: string): boolean {
  return /^@\d+$/.test(key);
}
