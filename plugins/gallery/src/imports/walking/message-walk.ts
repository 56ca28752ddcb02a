import type { Message, NewsChannel, TextChannel } from 'discord.js';
import type { Import } from '../../database/import-repository.ts';
import { type ChannelWalk, isWithin, type WalkStep } from './channel-walk.ts';
import { readPost } from './read-post.ts';

/** The most that Discord gives at once (Resources › Message › Get Channel Messages). */
const PAGE_SIZE = 100;

/** Goes through the messages of a channel, oldest first, so that items are numbered as they were posted. */
export class MessageWalk implements ChannelWalk {
  readonly #channel: NewsChannel | TextChannel;

  constructor(channel: NewsChannel | TextChannel) {
    this.#channel = channel;
  }

  async next(run: Import): Promise<WalkStep> {
    const after = run.position ?? run.afterId ?? '0';
    // Not cached, so that the size of the channel does not matter to the memory.
    const page = await this.#channel.messages.fetch({ after, limit: PAGE_SIZE, cache: false });
    const messages = [...page.values()].filter(({ id }) => isWithin(run, id)).toSorted(byAge);
    const { name, nsfw } = this.#channel;
    const place = { name, isNsfw: nsfw, forumTags: [] };
    return {
      posts: messages.filter(({ system }) => !system).map((message) => readPost(message, place)),
      scanned: messages.length,
      position: { phase: 'messages', position: messages.at(-1)?.id ?? run.position },
      isLast: messages.length < PAGE_SIZE,
    };
  }
}

function byAge(left: Message, right: Message): number {
  return BigInt(left.id) < BigInt(right.id) ? -1 : 1;
}
