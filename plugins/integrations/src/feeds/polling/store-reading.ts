import type { IntegrationsContext } from '../../context.ts';
import { FeedItemRepository } from '../../database/feed-item-repository.ts';
import { type FeedTarget, FeedTargetRepository } from '../../database/feed-target-repository.ts';
import type { Reading } from '../sources/feed-source.ts';
import { mergeTargets } from './merge-targets.ts';
import { storeItems } from './store-items.ts';

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
    const other = await movedOnto(targets, target, reading);
    // Where another target is followed instead, that one takes what was read: it was found at its address.
    const newest = other ? undefined : await storeItems(new FeedItemRepository(transaction), target, reading);
    const moment = new Date();
    const words = reading.isUnchanged
      ? {}
      : { name: reading.name.slice(0, LONGEST_NAME).replaceAll('\0', '').toWellFormed(), url: reading.url };
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
        ...(!other && reading.movedTo !== undefined && { key: reading.movedTo }),
      },
      nextPollInMs,
    );
    return other ? mergeTargets(transaction, { target, other, reading }) : target.id;
  });
}

/** The target that has the address already which a site names from now on; nobody else changes it meanwhile. */
async function movedOnto(
  targets: FeedTargetRepository,
  { id, source, credentialGuildId }: FeedTarget,
  { movedTo }: Reading,
): Promise<FeedTarget | undefined> {
  if (movedTo === undefined) return undefined;
  const found = await targets.find(source, {
    key: movedTo,
    credentialGuildId: credentialGuildId ?? undefined,
  });
  return found && found.id !== id ? targets.lock(found.id) : undefined;
}
