import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { GalleryContext } from '../../context.ts';
import type { Item } from '../../database/item-repository.ts';
import { deletePost } from './send-post.ts';

/** What is not there any more need not be removed. */
const GONE: readonly (number | string)[] = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
];

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
    if (!(error instanceof DiscordAPIError) || !GONE.includes(error.code)) throw error;
  }
}
