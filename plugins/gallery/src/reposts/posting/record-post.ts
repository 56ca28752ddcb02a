import type { Message } from 'discord.js';
import type { GalleryContext, GalleryTransaction } from '../../context.ts';
import { type RepostDraft, RepostDraftRepository } from '../../database/repost-draft-repository.ts';
import type { Item } from '../../database/item-repository.ts';
import { RepostedItemRepository } from '../../database/reposted-item-repository.ts';
import type { ItemChanges } from '../../items/item-changes.ts';
import type { Items } from '../../items/items.ts';
import type { NewItem } from '../../items/new-item.ts';
import { newItemOf } from './new-item-of.ts';
import type { Work } from './post-content.ts';

/** Another process was faster and has recorded the post. */
export class RecordedElsewhereError extends Error {
  override readonly name = 'RecordedElsewhereError';
}

/** A post that was sent, and what of. */
interface SentPost {
  readonly draft: RepostDraft;
  readonly work: Work;
  readonly post: Message<true>;
}

/**
 * Makes a post an item, and the draft done, in one transaction. Of a draft that was an item already, that item comes back.
 *
 * @throws {UserError} `gallery.gallery-full`, and those of `ItemChanges.restore`
 * @throws {RecordedElsewhereError}
 */
export async function recordPost(
  { db }: Pick<GalleryContext, 'db'>,
  { items, changes }: { readonly items: Items; readonly changes: ItemChanges },
  { draft, work, post }: SentPost,
): Promise<Item> {
  const given = newItemOf(draft, work, post);
  const { guildId, itemNumber: number, moderatorId } = draft;
  if (number === null)
    return db.transaction().execute(async (transaction) => {
      const item = await addItem(items, given, transaction);
      await conclude(draft, item.number, transaction);
      return item;
    });
  await changes.restore({ guildId, number }, moderatorId, async (transaction) => {
    await new RepostedItemRepository(transaction).move({ guildId, number }, given);
    await conclude(draft, number, transaction);
  });
  return items.get({ guildId, number });
}

async function conclude(draft: RepostDraft, number: number, transaction: GalleryTransaction): Promise<void> {
  const concluded = await new RepostDraftRepository(transaction).conclude(draft, number);
  if (!concluded) throw new RecordedElsewhereError(`Draft ${draft.id} was concluded before.`);
}

/** A message is the source of one item; of what else is reposted from it, its address tells. */
async function addItem(items: Items, item: NewItem, transaction: GalleryTransaction): Promise<Item> {
  const options = { transaction, allowDuplicates: true, action: 'gallery.repost' } as const;
  const added = await items.add(item, options);
  if (added.outcome === 'added') return added.item;
  const { messageId: _taken, ...source } = item.source ?? {};
  const again = await items.add({ ...item, source }, options);
  if (again.outcome === 'added') return again.item;
  throw new Error(`Item #${again.number} stands in the way of a repost.`);
}
