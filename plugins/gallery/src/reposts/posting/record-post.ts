import type { Message } from 'discord.js';
import type { GalleryContext, GalleryTransaction } from '../../context.ts';
import { type RepostDraft, RepostDraftRepository } from '../../database/repost-draft-repository.ts';
import type { Item } from '../../database/item-repository.ts';
import type { Items } from '../../items/items.ts';
import type { NewItem } from '../../items/new-item.ts';
import { newItemOf } from './new-item-of.ts';
import type { Work } from './post-content.ts';

/** Another process was faster and has recorded the post. */
export class RecordedElsewhereError extends Error {
  override readonly name = 'RecordedElsewhereError';
}

/**
 * Makes a post an item, and the draft done, in one transaction.
 *
 * @throws {UserError} `gallery.gallery-full`
 * @throws {RecordedElsewhereError}
 */
export async function recordPost(
  { db }: Pick<GalleryContext, 'db'>,
  items: Items,
  { draft, work, post }: { readonly draft: RepostDraft; readonly work: Work; readonly post: Message<true> },
): Promise<Item> {
  return db.transaction().execute(async (transaction) => {
    const item = await addItem(items, newItemOf(draft, work, post), transaction);
    const concluded = await new RepostDraftRepository(transaction).conclude(draft, item.number);
    if (!concluded) throw new RecordedElsewhereError(`Draft ${draft.id} was concluded before.`);
    return item;
  });
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
