import { absentOn } from '@twi/sdk';
import {
  type AnyThreadChannel,
  type FetchedThreads,
  type ForumChannel,
  type MediaChannel,
  type Message,
  RESTJSONErrorCodes,
} from 'discord.js';
import type { Import, ImportPosition } from '../../database/import-repository.ts';
import type { SourcePost } from '../extraction/source-post.ts';
import { type ChannelWalk, isWithin, type WalkStep } from './channel-walk.ts';
import { readPost } from './read-post.ts';

/** Each post takes a request of its own, so a step of so many takes a few seconds. */
const STEP_SIZE = 25;

/**
 * Goes through the posts of a forum: the open ones, the archived ones, and once more the open ones, since a post that somebody wrote in
 * meanwhile moved from those not yet seen to those already seen. What comes by twice is stored once.
 */
export class ForumWalk implements ChannelWalk {
  readonly #channel: ForumChannel | MediaChannel;

  constructor(channel: ForumChannel | MediaChannel) {
    this.#channel = channel;
  }

  next(run: Import): Promise<WalkStep> {
    return run.phase === 'archived-threads' ? this.#archived(run) : this.#open(run);
  }

  async #open(run: Import): Promise<WalkStep> {
    const { phase, position } = run;
    const { threads } = await this.#channel.threads.fetchActive(false);
    const left = [...threads.values()]
      .filter(({ id }) => position === null || BigInt(id) > BigInt(position))
      .toSorted((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1));
    const now = left.slice(0, STEP_SIZE);
    const isPhaseOver = left.length <= STEP_SIZE;
    const next: ImportPosition = isPhaseOver
      ? { phase: 'archived-threads', position: null }
      : { phase, position: now.at(-1)?.id ?? null };
    const isLast = isPhaseOver && phase === 'reopened-threads';
    return { ...(await this.#read(run, now)), position: isLast ? { phase, position } : next, isLast };
  }

  async #archived(run: Import): Promise<WalkStep> {
    const page: FetchedThreads & { readonly hasMore?: boolean } = await this.#channel.threads.fetchArchived(
      { type: 'public', limit: STEP_SIZE, ...(run.position !== null && { before: new Date(run.position) }) },
      false,
    );
    const threads = [...page.threads.values()];
    const archivedAt = threads.at(-1)?.archivedAt?.toISOString();
    const position: ImportPosition =
      page.hasMore && archivedAt !== undefined
        ? { phase: 'archived-threads', position: archivedAt }
        : { phase: 'reopened-threads', position: null };
    return { ...(await this.#read(run, threads)), position, isLast: false };
  }

  async #read(
    run: Import,
    threads: readonly AnyThreadChannel[],
  ): Promise<Pick<WalkStep, 'posts' | 'scanned'>> {
    const inRange = threads.filter(({ id }) => isWithin(run, id));
    const posts: SourcePost[] = [];
    for (const thread of inRange) {
      const starter = await firstMessage(thread);
      if (starter) posts.push(readPost(starter, this.#placeOf(thread)));
    }
    return { posts, scanned: inRange.length };
  }

  #placeOf({ name, appliedTags }: AnyThreadChannel) {
    const { availableTags, nsfw } = this.#channel;
    return {
      name: this.#channel.name,
      isNsfw: nsfw,
      threadTitle: name,
      forumTags: availableTags.flatMap((tag) => (appliedTags.includes(tag.id) ? [tag.name] : [])),
    };
  }
}

/** The message that opened a post, which has the same id; it may be deleted while the post lives on. */
function firstMessage(thread: AnyThreadChannel): Promise<Message<true> | undefined> {
  const asked = thread.messages.fetch({ message: thread.id, cache: false });
  return absentOn(asked, RESTJSONErrorCodes.UnknownMessage);
}
