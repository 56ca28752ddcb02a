import { type Client, DiscordAPIError } from 'discord.js';
import type { ImportEntry } from '../../database/import-entry-repository.ts';
import { extract } from '../extraction/extract.ts';
import type { Picture } from '../extraction/find-pictures.ts';
import type { SourcePost } from '../extraction/source-post.ts';
import { readPost } from '../walking/read-post.ts';

/** A post as it is now. */
export interface FoundPost {
  readonly post: SourcePost;
  /** With addresses that work. */
  readonly pictures: readonly Picture[];
}

/** Looks a post up again; `undefined` when it was deleted, or the bot may not read it any more. */
export async function findPost(
  client: Client,
  { guildId, channelId, sourceChannelId, messageId }: ImportEntry,
): Promise<FoundPost | undefined> {
  try {
    const guild = await client.guilds.fetch(guildId);
    const place = guild.channels.cache.get(channelId);
    const channel = await client.channels.fetch(sourceChannelId);
    if (!channel?.isTextBased() || channel.isDMBased() || channel.guildId !== guildId) return undefined;
    const message = await channel.messages.fetch({ message: messageId, cache: false });
    const isNsfw = place !== undefined && 'nsfw' in place && place.nsfw;
    const post = readPost(message, { name: place?.name ?? '', isNsfw, forumTags: [] });
    return { post, pictures: extract(post).pictures };
  } catch (error) {
    if (error instanceof DiscordAPIError) return undefined;
    throw error;
  }
}
