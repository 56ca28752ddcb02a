import { clip } from '@twi/sdk';
import { ChannelType, type Message } from 'discord.js';
import type { OpenDestination } from '../../destinations/destinations.ts';
import type { LoadedFile } from '../files/file-loader.ts';
import { forumTags } from './forum-tags.ts';
import { type PostContent, postFiles } from './post-content.ts';

/** Discord's limit of the name of a thread (Resources › Channel). */
const LONGEST_NAME = 100;

/** Something that is ready to be posted. */
export interface ReadyPost {
  readonly title: string;
  readonly tags: readonly string[];
  readonly content: PostContent;
  readonly loaded: readonly LoadedFile[];
  /** The same in every try, so that Discord takes one. */
  readonly nonce: string;
}

/** Posts to a text channel as a message, and to a forum as a post of its own. */
export async function sendPost(
  { channel, destination }: OpenDestination,
  { title, tags, content, loaded, nonce }: ReadyPost,
): Promise<Message<true>> {
  const message = { ...content, files: postFiles(loaded) };
  if (channel.type === ChannelType.GuildText) return channel.send({ ...message, nonce, enforceNonce: true });
  const thread = await channel.threads.create({
    name: clip(title, LONGEST_NAME),
    appliedTags: forumTags(channel, [...tags, ...destination.defaultTags]),
    message,
  });
  const starter = await thread.fetchStarterMessage();
  if (!starter) throw new Error(`The post ${thread.id} has no message.`);
  return starter;
}

/** Opens the thread for comments under a post, unless there is one. */
export async function openThread(
  { channel, destination }: OpenDestination,
  post: Message<true>,
  title: string,
): Promise<void> {
  const wants = destination.autoThread && channel.type === ChannelType.GuildText;
  if (wants && !post.hasThread) await post.startThread({ name: clip(title, LONGEST_NAME) });
}

/**
 * Takes a post away: of a forum with the whole thread, which would stay without its first message. Without the permission
 * to manage threads, Discord lets a bot delete its message alone.
 */
export async function deletePost(post: Message<true>): Promise<void> {
  const { channel } = post;
  const isForumPost = channel.isThread() && channel.id === post.id;
  await (isForumPost && channel.manageable ? channel.delete() : post.delete());
}
