import type { PluginTables } from '@twi/database';
import { sql, type Transaction } from 'kysely';
import { FeedItemRepository } from '../../database/feed-item-repository.ts';
import type { FeedTarget } from '../../database/feed-target-repository.ts';
import type { Reading } from '../sources/feed-source.ts';
import { comparedWith, storeItems } from './store-items.ts';

/** Of what the other target had first, those who followed this one get so many at most. */
const MOST_CAUGHT_UP = 10;

interface MergeOptions {
  /** What moved. */
  readonly target: FeedTarget;
  /** What has its address already. Locked. */
  readonly other: FeedTarget;
  /** What was found at that address. */
  readonly reading: Reading;
}

/**
 * Lets all who follow a target follow the one at whose address it was found. Whoever followed either gets what is new to
 * them: what the one target was read to have, the other may not have been. A channel that gets both gets one of them.
 *
 * @returns the number of the target that is followed from now on.
 */
export async function mergeTargets(
  db: Transaction<PluginTables<'integrations'>>,
  { target, other, reading }: MergeOptions,
): Promise<string> {
  const items = new FeedItemRepository(db);
  const isSeed = target.seededAt === null;
  const fresh = reading.isUnchanged || isSeed ? [] : (await comparedWith(items, target, reading)).fresh;
  const newest = await storeItems(items, other, reading);
  await db
    .updateTable('integrations.feed_targets')
    .set({
      seededAt: sql<Date>`coalesce(seeded_at, now())`,
      ...(newest !== undefined && { lastItemId: newest }),
    })
    .where('id', '=', other.id)
    .execute();
  await removeTwins(db, target, other);
  await decideForFollowers(db, { target, other, freshIds: fresh.map(({ idHash }) => idHash) });
  await sql`
    update integrations.feeds set followed_id = ${other.id},
      after_item_id = greatest(after_item_id, ${other.lastItemId}::bigint)
    where followed_id = ${target.id}`.execute(db);
  await items.moveAll(target.id, other.id);
  await db.deleteFrom('integrations.feed_targets').where('id', '=', target.id).execute();
  return other.id;
}

async function removeTwins(
  db: Transaction<PluginTables<'integrations'>>,
  target: FeedTarget,
  other: FeedTarget,
): Promise<void> {
  await sql`
    update integrations.feeds feed set deleted_at = now()
    where followed_id = ${target.id} and deleted_at is null and exists (
      select from integrations.feeds twin
      where twin.followed_id = ${other.id} and twin.guild_id = feed.guild_id
        and twin.channel_id = feed.channel_id and twin.deleted_at is null
    )`.execute(db);
}

/** Of what is after the mark that they get, what they had is not posted; of what is before it, what they had not is. */
async function decideForFollowers(
  db: Transaction<PluginTables<'integrations'>>,
  {
    target,
    other,
    freshIds,
  }: Pick<MergeOptions, 'target' | 'other'> & { readonly freshIds: readonly string[] },
): Promise<void> {
  const isAfter = sql`item.id > ${other.lastItemId}`;
  await sql`
    insert into integrations.feed_deliveries (guild_id, feed_id, item_id, state, settled_at)
    select feed.guild_id, feed.id, item.id,
      case when ${isAfter} then 'skipped' else 'waiting' end, case when ${isAfter} then now() end
    from integrations.feeds feed
    join integrations.feed_items item on item.followed_id = ${other.id} and item.is_new
    where feed.followed_id = ${target.id} and feed.deleted_at is null and (
      (${isAfter} and not item.id_hash = any(${freshIds}::text[]))
      or (not ${isAfter} and item.id_hash = any(${freshIds.slice(-MOST_CAUGHT_UP)}::text[]))
    )
    on conflict do nothing`.execute(db);
}
