import { isGone } from '@twi/sdk';
import type { GalleryContext } from '../../context.ts';
import type { Item } from '../../database/item-repository.ts';
import { deletePost } from './send-post.ts';

/** Deletes the post of an item, if it is there. @throws {DiscordAPIError} when Discord says no */
export async function removePost(
  { client }: Pick<GalleryContext, 'client'>,
  { postedChannelId, postedMessageId }: Pick<Item, 'postedChannelId' | 'postedMessageId'>,
): Promise<void> {
  if (!postedChannelId || !postedMessageId) return;
  try {
    const channel = await client.channels.fetch(postedChannelId);
    if (!channel?.isTextBased() || channel.isDMBased()) return;
    await deletePost(await channel.messages.fetch(postedMessageId));
  } catch (error) {
    // What is not there any more need not be removed.
    if (!isGone(error)) throw error;
  }
}
