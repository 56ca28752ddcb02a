import { UserError } from '@twi/sdk';
import { DiscordAPIError, type GuildBasedChannel, PermissionFlagsBits, type Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';
import {
  BackfillRepository,
  type BackfillRow,
  type ClaimedChannel,
} from '../database/backfill-repository.ts';
import { backfillRunning, cannotBackfill } from '../errors.ts';
import { archivedThreads, hasThreads } from './archived-threads.ts';
import { messageIdAt } from './message-id.ts';

const DAY_MS = 86_400_000;
const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

interface BackfillsParts {
  readonly context: StatsContext;
  readonly sessionId: string;
  /** Writes what was counted up to now, and takes over guilds that nobody counts yet. */
  readonly flush: () => Promise<void>;
}

/** What somebody wants to have counted. */
export interface BackfillRequest {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  /** How many days back, 1–365. */
  readonly days: number;
  readonly askedBy: Snowflake;
}

/** How a back-fill stands. */
export interface Backfill extends Pick<BackfillRow, 'counted' | 'days' | 'id' | 'scanned' | 'state'> {
  /** How much of it is done, 0–1. */
  readonly done: number;
}

/** Counts the past of channels. What is counted already, or about to be, is left out, so that asking again does no harm. */
export class Backfills {
  readonly #parts: BackfillsParts;
  readonly #rows: BackfillRepository;

  constructor(parts: BackfillsParts) {
    this.#parts = parts;
    this.#rows = new BackfillRepository(parts.context.db);
  }

  /**
   * Begins to count the past of a channel with its threads, or of the posts of a forum.
   *
   * @throws {UserError} `stats.cannot-backfill` where the bot cannot read; `stats.backfill-running` where one is at work
   */
  async ask({ guildId, channelId, days, askedBy }: BackfillRequest): Promise<Backfill> {
    const { context, flush } = this.#parts;
    const channel = context.client.guilds.cache.get(guildId)?.channels.cache.get(channelId);
    if (!channel || !isReadable(channel)) throw new UserError(cannotBackfill(channelId));
    await context.ensureGuild(guildId);
    await context.ensureUser(askedBy);
    await flush();
    const now = Date.now();
    const row = await this.#rows.insert({
      guildId,
      channelId,
      days,
      askedBy,
      fromId: String(messageIdAt(new Date(now - days * DAY_MS))),
      untilId: String(messageIdAt(new Date(now))),
    });
    if (!row) throw new UserError(backfillRunning(channelId));
    return this.#view(row);
  }

  /** The latest of a channel. */
  async latest(guildId: Snowflake, channelId: Snowflake): Promise<Backfill | undefined> {
    const row = await this.#rows.findLatest(guildId, channelId);
    return row && this.#view(row);
  }

  /** Ends the one that is at work in a channel. @returns whether there was one */
  async stop(guildId: Snowflake, channelId: Snowflake): Promise<boolean> {
    const row = await this.#rows.findLatest(guildId, channelId);
    return row !== undefined && this.#rows.stop(row);
  }

  /** Finds the threads of new ones, and ends those that are done. */
  async work(): Promise<void> {
    for (const row of await this.#rows.listFinding(this.#parts.sessionId)) await this.#find(row);
    await this.#rows.finishDone();
  }

  async #find(row: BackfillRow): Promise<void> {
    const channel = this.#parts.context.client.guilds.cache
      .get(row.guildId)
      ?.channels.cache.get(row.channelId);
    try {
      if (channel) await this.#rows.claim(row, await channelsOf(channel, row));
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      this.#parts.context.logger.warn(`The threads of the channel ${row.channelId} cannot be listed.`, error);
      await this.#rows.stop(row);
    }
    await this.#rows.setCounting(row.id);
  }

  async #view({ id, state, days, scanned, counted, totalMs }: BackfillRow): Promise<Backfill> {
    const total = Number(totalMs);
    const left = state === 'counting' && total > 0 ? (await this.#rows.leftMs(id)) / total : 0;
    const done = state === 'finding' ? 0 : Math.max(0, 1 - left);
    return { id, state, days, scanned, counted, done };
  }
}

function isReadable(channel: GuildBasedChannel): boolean {
  const { me } = channel.guild.members;
  const isForMessages = channel.isTextBased() || channel.isThreadOnly();
  return isForMessages && me !== null && channel.permissionsFor(me).has(NEEDED);
}

/** The channel, and its threads in which somebody may have written since. */
async function channelsOf(channel: GuildBasedChannel, { fromId }: BackfillRow): Promise<ClaimedChannel[]> {
  const parentId = channel.isThread() ? channel.parentId : null;
  const found = new Map<Snowflake, ClaimedChannel>();
  if (channel.isTextBased()) found.set(channel.id, { channelId: channel.id, parentId });
  if (!hasThreads(channel)) return [...found.values()];
  const { threads } = await channel.threads.fetchActive(false);
  for (const { id } of threads.values()) found.set(id, { channelId: id, parentId: channel.id });
  const since = new Date(Number(BigInt(fromId) >> 22n) + 1_420_070_400_000);
  for await (const { id } of archivedThreads(channel, since))
    found.set(id, { channelId: id, parentId: channel.id });
  return [...found.values()];
}
