import { setTimeout as sleep } from 'node:timers/promises';
import {
  DiscordAPIError,
  type GuildTextBasedChannel,
  HTTPError,
  type Message,
  RESTJSONErrorCodes,
  type Snowflake,
} from 'discord.js';
import type { StatsContext } from '../context.ts';
import { Batch } from '../counting/batch.ts';
import type { GuildClock } from '../counting/guild-clock.ts';
import { addMessage } from '../counting/message-counter.ts';
import type { GuildRules } from '../counting/guild-rules.ts';
import type { Rules } from '../counting/rules.ts';
import type { Turns } from '../counting/turns.ts';
import type { ActivityPartitions } from '../database/activity-partitions.ts';
import { type Gap, GapRepository } from '../database/gap-repository.ts';
import type { PrivateThreads } from '../numbers/private-threads.ts';
import { mayRead, type ParkedGaps } from './parked-gaps.ts';

/** The most that Discord gives at once (Resources › Message › Get Channel Messages). */
const PAGE_SIZE = 100;
/** Between two pages, so that what people wait for comes first. */
const PAUSE_MS = 100;
/** For so long at a time. */
const SHIFT_MS = 5_000;
/** Discord's words for "not for you". */
const REFUSED: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]);

interface GapFillerParts {
  readonly context: StatsContext;
  readonly sessionId: string;
  readonly clock: GuildClock;
  readonly rules: GuildRules;
  readonly partitions: ActivityPartitions;
  readonly privateThreads: PrivateThreads;
  readonly turns: Turns;
  readonly parked: ParkedGaps;
}

/** Counts messages that nobody saw coming, page by page, from the history of their channels. */
export class GapFiller {
  readonly #parts: GapFillerParts;
  readonly #gaps: GapRepository;

  constructor(parts: GapFillerParts) {
    this.#parts = parts;
    this.#gaps = new GapRepository(parts.context.db, parts.sessionId);
  }

  /** Works for a few seconds, if there is something to do. */
  async work(): Promise<void> {
    const end = performance.now() + SHIFT_MS;
    for (let gap = await this.#gaps.findDue(); gap; gap = await this.#gaps.findDue()) {
      await this.#fillPage(gap);
      if (performance.now() > end) return;
      await sleep(PAUSE_MS);
    }
  }

  async #fillPage(gap: Gap): Promise<void> {
    const { partitions, privateThreads, rules, turns, parked } = this.#parts;
    try {
      const channel = await this.#channelOf(gap);
      if (!channel) return await this.#gaps.remove(gap.id);
      if (!mayRead(channel)) return await parked.park(gap, { isRefused: false });
      // Before anything of it can be shown: once it is archived, Discord does not tell any more.
      await privateThreads.note(channel);
      const page = await this.#readPage(gap, channel, await rules.of(gap.guildId));
      await partitions.makeFor(Array.from(page.batch.activity.values(), ({ hour }) => new Date(hour)));
      return await turns.take(() => this.#gaps.fill(gap, page));
    } catch (error) {
      // Discord has trouble, or with this channel alone: then the others must not wait for it.
      if (error instanceof HTTPError) await this.#gaps.putBehind(gap.id);
      if (!(error instanceof DiscordAPIError)) throw error;
      await this.#postpone(gap, error);
    }
  }

  async #postpone(gap: Gap, error: DiscordAPIError): Promise<void> {
    const { context, parked } = this.#parts;
    context.logger.debug(`The history of the channel ${gap.channelId} cannot be read.`, error);
    if (REFUSED.has(error.code)) await parked.park(gap, { isRefused: true });
    else if (await this.#gaps.postpone(gap))
      context.logger.warn(
        `Messages of the channel ${gap.channelId} could not be counted: its history cannot be read.`,
      );
  }

  /** `undefined` when it is gone: then there is nothing that could be counted. */
  async #channelOf({ guildId, channelId }: Gap): Promise<GuildTextBasedChannel | undefined> {
    const guild = await this.#parts.context.client.guilds.fetch(guildId);
    try {
      const channel = await guild.channels.fetch(channelId);
      return channel?.isTextBased() ? channel : undefined;
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownChannel)
        return undefined;
      throw error;
    }
  }

  async #readPage(gap: Gap, channel: GuildTextBasedChannel, rules: Rules) {
    // Not cached, so that the length of the history does not matter to the memory.
    const page = await channel.messages.fetch({ after: gap.afterId, limit: PAGE_SIZE, cache: false });
    const newest = [...page.keys()].reduce(
      (left, right) => (BigInt(left) > BigInt(right) ? left : right),
      '0',
    );
    const isLast = page.size < PAGE_SIZE || BigInt(newest) >= BigInt(gap.untilId);
    const missed = [...page.values()].filter(
      ({ id }) => BigInt(id) <= BigInt(gap.untilId) && !gap.exceptIds.includes(id),
    );
    const batch = new Batch();
    let counted = 0;
    for (const message of missed) {
      const place = { channel, rules, member: await this.#memberOf(message, channel, rules) };
      if (addMessage(batch, message, { place, clock: this.#parts.clock })) counted += 1;
    }
    return { batch, afterId: isLast ? gap.untilId : newest, scanned: missed.length, counted };
  }

  /** Whoever left has no roles any more. */
  async #memberOf({ author }: Message, { guild }: GuildTextBasedChannel, { ignoredRoles }: Rules) {
    const known = guild.members.cache.get(author.id);
    if (known || ignoredRoles.length === 0 || author.bot) return known;
    return this.#fetchMember(guild, author.id);
  }

  async #fetchMember(guild: GuildTextBasedChannel['guild'], userId: Snowflake) {
    try {
      return await guild.members.fetch(userId);
    } catch (error) {
      if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownMember)
        return undefined;
      throw error;
    }
  }
}
