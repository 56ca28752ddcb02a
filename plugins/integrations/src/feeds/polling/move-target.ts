import { sql, type Transaction } from 'kysely';
import type { PluginTables } from '@twi/database';
import { FeedItemRepository } from '../../database/feed-item-repository.ts';
import { type FeedTarget, FeedTargetRepository } from '../../database/feed-target-repository.ts';

/**
 * Lets a target have the address that its site names from now on. Where another target has that address already, all who
 * follow the old one follow that one, and what the old one had is old for it; a channel that gets both gets one of them.
 *
 * @returns the number of the target that is followed from now on.
 */
export async function moveTarget(
  db: Transaction<PluginTables<'integrations'>>,
  { id, source, credentialGuildId }: FeedTarget,
  key: string,
): Promise<string> {
  const targets = new FeedTargetRepository(db);
  const found = await targets.find(source, { key, credentialGuildId: credentialGuildId ?? undefined });
  if (!found) {
    await db.updateTable('integrations.feed_targets').set({ key }).where('id', '=', id).execute();
    return id;
  }
  // Whoever reads it waits, and finds what it is told here.
  const other = await targets.lock(found.id);
  if (!other) return id;
  await sql`
    update integrations.feeds feed set deleted_at = now()
    where followed_id = ${id} and deleted_at is null and exists (
      select from integrations.feeds twin
      where twin.followed_id = ${other.id} and twin.guild_id = feed.guild_id
        and twin.channel_id = feed.channel_id and twin.deleted_at is null
    )`.execute(db);
  await sql`
    update integrations.feeds set followed_id = ${other.id},
      after_item_id = greatest(after_item_id, ${other.lastItemId}::bigint)
    where followed_id = ${id}`.execute(db);
  await new FeedItemRepository(db).moveAll(id, other.id);
  await db.deleteFrom('integrations.feed_targets').where('id', '=', id).execute();
  return other.id;
}
