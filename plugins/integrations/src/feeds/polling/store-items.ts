import type { FeedItemRepository } from '../../database/feed-item-repository.ts';
import type { FeedTarget } from '../../database/feed-target-repository.ts';
import { boundedItem } from '../feed-item.ts';
import type { Reading } from '../sources/feed-source.ts';
import { hashesOf } from './item-hashes.ts';
import { type Comparison, whatIsNew } from './what-is-new.ts';

type Changed = Extract<Reading, { readonly isUnchanged: false }>;

/** Writes down what a target holds. @returns the number of the newest item that is to be posted, if there is one. */
export async function storeItems(
  items: FeedItemRepository,
  target: FeedTarget,
  reading: Reading,
): Promise<string | undefined> {
  if (reading.isUnchanged) return undefined;
  const { isAllOld = false } = reading;
  const comparison = await comparedWith(items, target, reading);
  return items.store(target.id, comparison, { isSeed: target.seededAt === null || isAllOld });
}

/** What of a reading is new to a target. */
export async function comparedWith(
  items: FeedItemRepository,
  { id, forgottenUntil }: FeedTarget,
  { items: given, hasTrustedIds, isExcerpt }: Changed,
): Promise<Comparison> {
  const read = given.map(boundedItem);
  const known = await items.listKnown(id, read.map(hashesOf));
  return whatIsNew(read, { known, forgottenUntil, hasTrustedIds, isExcerpt });
}
