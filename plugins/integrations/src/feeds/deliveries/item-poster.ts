import {
  type APIThreadChannel,
  ChannelFlags,
  ChannelType,
  type ForumChannel,
  type Message,
  MessagePayload,
  REST,
  Routes,
} from 'discord.js';
import type { FeedPost } from '../posts/feed-posts.ts';
import type { FeedChannel } from './feed-channel.ts';

/** Of a forum (Resources › Channel). */
const MOST_TAGS = 5;

/** Posts items: as messages, or each as a post of its own in a forum. */
export class ItemPoster {
  #rest: REST | undefined;

  /** @param nonce the same in every try. */
  async post(channel: FeedChannel, post: FeedPost, nonce: string): Promise<Message<true>> {
    if (channel.type === ChannelType.GuildForum) return this.#inForum(channel, post);
    // Writing opens an archived thread, but not one that is locked.
    if (channel.isThread() && channel.archived && channel.locked) await channel.setArchived(false);
    return channel.send({ ...post.message, nonce, enforceNonce: true });
  }

  async #inForum(forum: ForumChannel, { message, threadName, tags }: FeedPost): Promise<Message<true>> {
    const { body } = MessagePayload.create(forum.threads as never, message).resolveBody(); // -- as discord.js itself does
    const answer = await this.#oneTry(forum).post(Routes.threads(forum.id), {
      body: { name: threadName, message: body, applied_tags: forumTags(forum, tags) },
    });
    const { id } = answer as APIThreadChannel; // -- what Discord documents (Start Thread in Forum or Media Channel)
    const thread = await forum.threads.fetch(id);
    const starter = await thread?.fetchStarterMessage();
    if (!starter) throw new Error(`The post ${id} has no message.`);
    return starter;
  }

  /** A thread has no nonce, so a request whose answer was lost must not be repeated before somebody has looked. */
  #oneTry({ client }: ForumChannel): REST {
    this.#rest ??= new REST({ ...client.rest.options, retries: 0 }).setToken(client.token ?? '');
    return this.#rest;
  }
}

/** The tags of a forum by these names, whatever their case; where it takes no post without one and none fits, its first. */
function forumTags({ availableTags, flags }: ForumChannel, names: readonly string[]): string[] {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const settable = availableTags.filter(({ moderated }) => !moderated);
  const fitting = settable.filter(({ name }) => wanted.has(name.toLowerCase()));
  const isBare = fitting.length === 0 && flags.has(ChannelFlags.RequireTag);
  return (isBare ? settable.slice(0, 1) : fitting.slice(0, MOST_TAGS)).map(({ id }) => id);
}
