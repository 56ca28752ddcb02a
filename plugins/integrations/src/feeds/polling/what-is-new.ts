import type { FeedItem } from '../feed-item.ts';
import { hashesOf, type ItemHashes } from './item-hashes.ts';

/** An item that a target was seen to have before. */
export interface KnownItem extends ItemHashes {
  readonly rowId: string;
  readonly publishedAt: Date | null;
  readonly isGone: boolean;
}

/** An item with what it is recognised by. */
export interface HashedItem extends ItemHashes {
  readonly item: FeedItem;
}

/** What became of the items of a target since last time. */
export interface Comparison {
  /** Oldest first. */
  readonly fresh: readonly HashedItem[];
  /** Known ones under another id or address, which are known from now on, too. */
  readonly aliases: readonly HashedItem[];
  /** Known ones that say something else now, or are back. */
  readonly changed: readonly { readonly rowId: string; readonly hashes: ItemHashes }[];
  /** Rows whose items the target does not hold any more. */
  readonly gone: readonly string[];
}

interface CompareOptions {
  readonly known: readonly KnownItem[];
  /** Whether an id always means the same item, and another id another one. */
  readonly hasTrustedIds: boolean;
  /** Whether what comes up at the end may be older than what is known: see `Reading`. */
  readonly isExcerpt: boolean;
  /** What is dated before and is not known may have been forgotten. */
  readonly forgottenUntil: Date | null;
}

/**
 * Tells what of a target is new. Dates alone decide nothing, except about what may have been forgotten: an item is known by its id, or, where sites change their ids, by its
 * address or its words, provided that what had them before is not there any more.
 */
export function whatIsNew(items: readonly FeedItem[], options: CompareOptions): Comparison {
  const hashed = withoutRepeats(items.map((item) => ({ item, ...hashesOf(item) })));
  const memory = new Memory(options, hashed);
  const judged = hashed.map((each) => ({ each, verdict: memory.recognise(each) }));
  const cameUp = options.isExcerpt ? olderAtTheEnd(judged, options) : new Set<HashedItem>();
  const fresh: HashedItem[] = [];
  const aliases: HashedItem[] = [];
  for (const { each, verdict } of judged) {
    if (verdict === 'new' && !cameUp.has(each)) fresh.push(each);
    else if (verdict !== 'known') aliases.push(each);
  }
  return { fresh: oldestFirst(fresh), aliases, ...memory.changes() };
}

/**
 * What comes up at the end of an excerpt when something in it was deleted: it follows all that is known, and is no news.
 * Where a site may have its own order, it also has to be dated before all that is known.
 */
function olderAtTheEnd(
  judged: readonly { readonly each: HashedItem; readonly verdict: 'known' | 'alias' | 'new' }[],
  { hasTrustedIds }: CompareOptions,
): ReadonlySet<HashedItem> {
  const last = judged.findLastIndex(({ verdict }) => verdict !== 'new');
  if (last === -1) return new Set();
  const dates = judged.flatMap(({ each, verdict }) =>
    verdict === 'new' ? [] : (each.item.publishedAt?.getTime() ?? []),
  );
  const oldest = Math.min(...dates);
  const isOlder = ({ publishedAt }: FeedItem): boolean =>
    dates.length > 0 && publishedAt !== undefined && publishedAt.getTime() < oldest;
  const tail = judged.slice(last + 1).map(({ each }) => each);
  return new Set(tail.filter(({ item }) => hasTrustedIds || isOlder(item)));
}

/** The same item twice in one reading: under one id, or with the same address and words. */
function withoutRepeats(items: readonly HashedItem[]): HashedItem[] {
  const kept: HashedItem[] = [];
  const byId = Map.groupBy(items, ({ idHash }) => idHash);
  const seenPairs = new Set<string>();
  for (const each of items) {
    const { idHash, urlHash, contentHash } = each;
    const twins = byId.get(idHash) ?? [];
    const isRepeat =
      twins.indexOf(each) > 0 &&
      twins
        .slice(0, twins.indexOf(each))
        .some(
          (twin) =>
            isSame(twin.urlHash, urlHash) || isSame(twin.contentHash, contentHash) || urlHash === null,
        );
    const pair = urlHash !== null && contentHash !== null ? `${urlHash} ${contentHash}` : undefined;
    if (isRepeat || (pair !== undefined && seenPairs.has(pair))) continue;
    if (pair !== undefined) seenPairs.add(pair);
    kept.push(each);
  }
  return kept;
}

/** What is known of a target while one reading is compared with it. */
class Memory {
  readonly #options: CompareOptions;
  readonly #byId: Map<string, KnownItem[]>;
  readonly #byUrl: Map<string | null, KnownItem[]>;
  readonly #byContent: Map<string | null, KnownItem[]>;
  readonly #present: ReadonlySet<string>;
  readonly #urlCounts: ReadonlyMap<string | null, number>;
  readonly #met = new Map<string, ItemHashes>();
  readonly #changed = new Set<string>();

  constructor(options: CompareOptions, items: readonly HashedItem[]) {
    this.#options = options;
    this.#byId = Map.groupBy(options.known, ({ idHash }) => idHash);
    this.#byUrl = Map.groupBy(options.known, ({ urlHash }) => urlHash);
    this.#byContent = Map.groupBy(options.known, ({ contentHash }) => contentHash);
    this.#present = new Set(items.map(({ idHash }) => idHash));
    this.#urlCounts = countsOf(items.map(({ urlHash }) => urlHash));
  }

  recognise(item: HashedItem): 'known' | 'alias' | 'new' {
    const own = this.#ownRow(item);
    if (own) {
      this.#meet(own, item);
      return 'known';
    }
    const other = this.#options.hasTrustedIds ? undefined : this.#rowUnderAnotherId(item);
    if (other) {
      this.#meet(other, other);
      return 'alias';
    }
    const { forgottenUntil } = this.#options;
    const { publishedAt } = item.item;
    // It may be one that was forgotten.
    return forgottenUntil && publishedAt && publishedAt <= forgottenUntil ? 'alias' : 'new';
  }

  changes(): Pick<Comparison, 'changed' | 'gone'> {
    const changed = [...this.#changed].flatMap((rowId) => {
      const hashes = this.#met.get(rowId);
      return hashes ? [{ rowId, hashes }] : [];
    });
    const gone = this.#options.known
      .filter(({ rowId, isGone }) => !isGone && !this.#met.has(rowId))
      .map(({ rowId }) => rowId);
    return { changed, gone };
  }

  /** Some sites use an id again, for something with another address, other words and another date. */
  #ownRow({ idHash, urlHash, contentHash, item }: HashedItem): KnownItem | undefined {
    const rows = this.#byId.get(idHash) ?? [];
    if (this.#options.hasTrustedIds) return rows[0];
    return (
      rows.find((row) => isSame(row.urlHash, urlHash) || isSame(row.contentHash, contentHash)) ??
      rows.find(
        (row) =>
          row.urlHash === null ||
          urlHash === null ||
          (row.publishedAt !== null && row.publishedAt.getTime() === item.publishedAt?.getTime()),
      )
    );
  }

  #rowUnderAnotherId({ idHash, urlHash, contentHash }: HashedItem): KnownItem | undefined {
    // Where several items share an address, it tells nothing; and an id that was used again is another matter.
    const isTelling = urlHash !== null && this.#urlCounts.get(urlHash) === 1;
    const byUrl = isTelling ? (this.#byUrl.get(urlHash) ?? []) : [];
    const byContent = contentHash === null ? [] : (this.#byContent.get(contentHash) ?? []);
    return [...byUrl, ...byContent].find((row) => row.idHash !== idHash && !this.#present.has(row.idHash));
  }

  #meet(row: KnownItem, { idHash, urlHash, contentHash }: ItemHashes): void {
    this.#met.set(row.rowId, { idHash, urlHash, contentHash });
    if (row.isGone || row.urlHash !== urlHash || row.contentHash !== contentHash)
      this.#changed.add(row.rowId);
  }
}

function isSame(left: string | null, right: string | null): boolean {
  return left !== null && left === right;
}

function countsOf(values: readonly (string | null)[]): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** By date where all have one; else feeds are taken to begin with the newest. */
function oldestFirst(items: readonly HashedItem[]): HashedItem[] {
  const reversed = items.toReversed();
  if (!items.every(({ item }) => item.publishedAt)) return reversed;
  return reversed.toSorted(
    (left, right) => (left.item.publishedAt?.getTime() ?? 0) - (right.item.publishedAt?.getTime() ?? 0),
  );
}
