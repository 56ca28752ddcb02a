import { isGone } from '@twi/sdk';
import {
  DiscordAPIError,
  type Guild,
  type Message,
  type MessageReaction,
  type NewsChannel,
  type PartialMessageReaction,
  type Snowflake,
  type TextChannel,
} from 'discord.js';
import type { GalleryContext } from '../context.ts';
import { OptOutRepository } from '../database/opt-out-repository.ts';
import {
  type KnownBy,
  type StarKey,
  type StarredMessage,
  StarredMessageRepository,
} from '../database/starred-message-repository.ts';
import type { GallerySettings } from '../settings.ts';
import { boardFor, findBoard } from './board-for.ts';
import { boardPost } from './board-post.ts';
import { BoardWriter } from './board-writer.ts';
import { countStars, shownStars } from './count-stars.ts';
import type { Insistence } from './insistence.ts';
import { isStarOf } from './is-star-of.ts';

/** Stars come in bursts; the board follows once for all of them. */
const COALESCE_MS = 1_000;
const BATCH_SIZE = 100;

/** What the board should show of a message. */
interface Finding {
  readonly message: Message<true> | undefined;
  readonly stars: number;
  /** Where it should be; `undefined`: nowhere. */
  readonly board: NewsChannel | TextChannel | undefined;
}

/** Shows on a board what members starred. Discord knows who did; each time, it is asked anew. */
export class Starboard {
  readonly #context: GalleryContext;
  readonly #rows: StarredMessageRepository;
  readonly #writer: BoardWriter;
  readonly #insistence: Insistence;
  readonly #waiting = new Set<Snowflake>();

  /** @param insistence Discord tells of a star once, however the database is */
  constructor(context: GalleryContext, insistence: Insistence) {
    this.#context = context;
    this.#insistence = insistence;
    this.#rows = new StarredMessageRepository(context.db);
    this.#writer = new BoardWriter(context.client, this.#rows);
  }

  /** Looks at a message soon, if what changed was a star. */
  async reacted(reaction: MessageReaction | PartialMessageReaction): Promise<void> {
    const { guildId, id: messageId, channelId } = reaction.message;
    if (guildId === null) return;
    await this.#insistence.insist(async () => {
      if (!isStarOf(reaction, await this.#context.settings.get(guildId))) return;
      await this.#context.ensureGuild(guildId);
      await this.#rows.touch({ guildId, messageId }, channelId);
      this.#soon({ guildId, messageId });
    });
  }

  /** Looks at those of some messages soon that are known to be starred: they were edited or deleted, or lost their reactions. */
  async changed(guildId: Snowflake, messageIds: readonly Snowflake[]): Promise<void> {
    await this.#insistence.insist(() => this.#touchKnown(guildId, { messageIds }));
  }

  /** Takes messages off the board that were deleted, and never posts again what was deleted on the board. */
  async deleted(guildId: Snowflake, messageIds: readonly Snowflake[]): Promise<void> {
    await this.#insistence.insist(async () => {
      await this.#rows.takeDown(messageIds);
      await this.#touchKnown(guildId, { messageIds });
    });
  }

  /** Takes the messages of a deleted channel or thread off the board. */
  async channelDeleted(guildId: Snowflake, channelId: Snowflake): Promise<void> {
    await this.#insistence.insist(() => this.#touchKnown(guildId, { channelId }));
  }

  /** Takes off the board what somebody wrote who does not want to be shown any more, or lets it be shown again. */
  async optOutChanged(guildId: Snowflake, userId: Snowflake): Promise<void> {
    for (const messageId of await this.#rows.touchAuthor(guildId, userId)) this.#soon({ guildId, messageId });
  }

  /** Sends a job for each server where a crash, a stop of the bot or a refusal of Discord left something over. */
  async resumeDue(): Promise<void> {
    for (const guildId of await this.#rows.listGuildsDue())
      await this.#context.jobs.send('settle-board', { guildId }, { key: guildId });
  }

  /** Looks at what was left over in a server. */
  async settleDue(guildId: Snowflake, signal: AbortSignal): Promise<void> {
    for (const row of await this.#rows.listDue(guildId, BATCH_SIZE))
      if (!signal.aborted) await this.settle(row);
  }

  /** Brings the board up to date for a message, unless another process is at it. */
  async settle(key: StarKey): Promise<void> {
    const row = await this.#rows.claim(key);
    if (!row) return;
    const settings = await this.#context.settings.get(key.guildId);
    try {
      const { message, stars, board } = await this.#look(row, settings);
      if (message && board)
        await this.#writer.show(row, board, boardPost(message, { star: settings.starboardEmoji, stars }));
      else await this.#writer.hide(row);
      const hasMore = await this.#rows.settle(row, { stars, authorId: message?.author.id ?? row.authorId });
      if (hasMore) this.#soon(key);
      else if (stars === 0) await this.#rows.forget(row);
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#context.logger.warn(`The board of guild ${key.guildId} could not be brought up to date.`, error);
      await this.#rows.fail(row);
    }
  }

  async #look(row: StarredMessage, settings: GallerySettings): Promise<Finding> {
    const { starboardEmoji: star, starboardThreshold, starboardSelfStar, starboardKeep } = settings;
    const guild = this.#context.client.guilds.cache.get(row.guildId);
    const message = guild && (await findMessage(guild, row));
    if (!message) return { message: undefined, stars: 0, board: undefined };
    const isShown = row.state === 'shown';
    const shown = shownStars(message, star);
    // Those that Discord shows are at least those that count.
    const stars =
      isShown || shown >= starboardThreshold
        ? await countStars(message, star, { countsOwn: starboardSelfStar })
        : shown;
    const isEnough = stars >= starboardThreshold || (isShown && starboardKeep);
    const isWanted = isEnough && !(await this.#isOptedOut(row.guildId, message.author.id));
    if (!isWanted) return { message, stars, board: undefined };
    // A post stays where it is when the server chooses another board.
    const current = isShown ? findBoard(guild, row.boardChannelId) : undefined;
    return { message, stars, board: current ?? boardFor(message.channel, settings) };
  }

  #isOptedOut(guildId: Snowflake, userId: Snowflake): Promise<boolean> {
    return new OptOutRepository(this.#context.db).has({ guildId, userId });
  }

  async #touchKnown(guildId: Snowflake, by: KnownBy): Promise<void> {
    for (const messageId of await this.#rows.touchKnown(guildId, by)) this.#soon({ guildId, messageId });
  }

  #soon(key: StarKey): void {
    if (this.#waiting.has(key.messageId)) return;
    this.#waiting.add(key.messageId);
    this.#context.after(COALESCE_MS, async () => {
      this.#waiting.delete(key.messageId);
      await this.settle(key);
    });
  }
}

/** The message as Discord has it now; `undefined` when it was deleted. */
async function findMessage(
  guild: Guild,
  { channelId, messageId }: StarredMessage,
): Promise<Message<true> | undefined> {
  try {
    const channel = await guild.client.channels.fetch(channelId);
    if (!channel?.isTextBased() || channel.isDMBased()) return undefined;
    return await channel.messages.fetch({ message: messageId, cache: false, force: true });
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}
