import type { IntegrationsContext } from '../../context.ts';
import { FeedItemRepository } from '../../database/feed-item-repository.ts';
import { type FeedTarget, FeedTargetRepository } from '../../database/feed-target-repository.ts';
import { boundedItem } from '../feed-item.ts';
import type { Reading } from '../sources/feed-source.ts';
import { hashesOf } from './item-hashes.ts';
import { moveTarget } from './move-target.ts';
import { whatIsNew } from './what-is-new.ts';

const LONGEST_NAME = 200;

interface StoreOptions {
  readonly reading: Reading;
  readonly nextPollInMs: number;
}

/**
 * Writes what a reading brought and when the next one is, all or nothing. What the first reading brings is old. A process
 * that was so slow that another one took the target over writes nothing.
 *
 * @returns the number of the target, which is another one where it moved to an address that another target has.
 */
export async function storeReading(
  db: IntegrationsContext['db'],
  claimed: FeedTarget,
  { reading, nextPollInMs }: StoreOptions,
): Promise<string> {
  return db.transaction().execute(async (transaction) => {
    const targets = new FeedTargetRepository(transaction);
    const target = await targets.hold(claimed);
    if (!target) return claimed.id;
    const newest = await storeItems(new FeedItemRepository(transaction), target, reading);
    const moment = new Date();
    const words = reading.isUnchanged
      ? {}
      : { name: reading.name.slice(0, LONGEST_NAME).toWellFormed(), url: reading.url };
    await targets.settle(
      target,
      {
        ...words,
        state: reading.state,
        failures: 0,
        lastError: null,
        lastSucceededAt: moment,
        seededAt: target.seededAt ?? moment,
        ...(newest !== undefined && { lastItemId: newest }),
      },
      nextPollInMs,
    );
    if (reading.movedTo === undefined || reading.movedTo === target.key) return target.id;
    return moveTarget(transaction, target, reading.movedTo);
  });
}

/** @returns the number of the newest item that is to be posted, if there is one. */
async function storeItems(
  items: FeedItemRepository,
  { id, seededAt, forgottenUntil }: FeedTarget,
  reading: Reading,
): Promise<string | undefined> {
  if (reading.isUnchanged) return undefined;
  const read = reading.items.map(boundedItem);
  const known = await items.listKnown(id, read.map(hashesOf));
  const comparison = whatIsNew(read, { known, forgottenUntil, hasTrustedIds: reading.hasTrustedIds });
  return items.store(id, comparison, { isSeed: seededAt === null });
}
