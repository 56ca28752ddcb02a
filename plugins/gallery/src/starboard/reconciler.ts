import { DiscordAPIError, type Guild, PermissionFlagsBits, type Snowflake, SnowflakeUtil } from 'discord.js';
import type { GalleryContext } from '../context.ts';
import { listGuilds } from '../database/list-guilds.ts';
import { StarredMessageRepository } from '../database/starred-message-repository.ts';
import type { GallerySettings } from '../settings.ts';
import { boardFor } from './board-for.ts';
import { shownStars } from './count-stars.ts';
import type { Starboard } from './starboard.ts';

/** Stars of older messages are counted when the next one comes. */
const RECENT_MS = 604_800_000;
/** Those in which somebody wrote last; each takes a request. */
const MOST_CHANNELS = 50;
const PAGE_SIZE = 100;

/** Finds what was starred, unstarred and deleted while the bot was away, in Discord's own lists. */
export class Reconciler {
  readonly #context: GalleryContext;
  readonly #rows: StarredMessageRepository;
  readonly #board: Starboard;

  constructor(context: GalleryContext, board: Starboard) {
    this.#context = context;
    this.#board = board;
    this.#rows = new StarredMessageRepository(context.db);
  }

  /** Sends a job for each server with a board, whichever process serves it. */
  async reconcileAll(): Promise<void> {
    await this.#rows.forgetQuiet();
    for (const guildId of await listGuilds(this.#context.db)) {
      const { starboardChannel, starboardNsfwChannel } = await this.#context.settings.get(guildId);
      if (starboardChannel === null && starboardNsfwChannel === null) continue;
      await this.#context.jobs.send('reconcile-stars', { guildId }, { key: guildId });
    }
  }

  /** Looks at recent messages of a server that are or should be on its board. */
  async reconcile(guildId: Snowflake, signal: AbortSignal): Promise<void> {
    const guild = this.#context.client.guilds.cache.get(guildId);
    if (!guild) return;
    const settings = await this.#context.settings.get(guildId);
    const messageIds = new Set(await this.#rows.touchRecent(guildId));
    for (const channel of channelsOf(guild, settings)) {
      if (signal.aborted) return;
      for (const messageId of await this.#findStarred(channel, settings)) {
        await this.#rows.touch({ guildId, messageId }, channel.id);
        messageIds.add(messageId);
      }
    }
    // What is left when it stops is due in a moment anyway.
    for (const messageId of messageIds) if (!signal.aborted) await this.#board.settle({ guildId, messageId });
  }

  async #findStarred(channel: Watched, settings: GallerySettings): Promise<Snowflake[]> {
    const { starboardEmoji, starboardThreshold } = settings;
    try {
      const latest = await channel.messages.fetch({ limit: PAGE_SIZE, cache: false });
      return latest
        .filter((message) => shownStars(message, starboardEmoji) >= starboardThreshold)
        .map(({ id }) => id);
    } catch (error) {
      // The bot may have lost the channel a moment ago.
      if (error instanceof DiscordAPIError) return [];
      throw error;
    }
  }
}

type Watched = ReturnType<typeof channelsOf>[number];

/** The channels and threads whose stars count and in which somebody wrote lately. */
function channelsOf(guild: Guild, settings: GallerySettings) {
  const recently = Date.now() - RECENT_MS;
  const { me } = guild.members;
  return [...guild.channels.cache.values()]
    .filter((channel) => channel.isTextBased())
    .filter(
      (channel) =>
        channel.lastMessageId !== null && SnowflakeUtil.timestampFrom(channel.lastMessageId) > recently,
    )
    .filter(
      (channel) =>
        me !== null &&
        channel
          .permissionsFor(me)
          .has(PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory),
    )
    .filter((channel) => boardFor(channel, settings) !== undefined)
    .toSorted((one, other) => (BigInt(one.lastMessageId ?? 0) < BigInt(other.lastMessageId ?? 0) ? 1 : -1))
    .slice(0, MOST_CHANNELS);
}
