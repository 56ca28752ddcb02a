import { setTimeout as sleep } from 'node:timers/promises';
import { channelOutlines, outlineOf } from '@twi/sdk';
import { DiscordAPIError, type Guild, type Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';
import type { Tracks } from '../counting/tracks.ts';
import { AbsenceRepository } from '../database/absence-repository.ts';
import { archivedThreads, hasThreads, THREAD_PARENTS } from './archived-threads.ts';

const PAUSE_MS = 100;
/** For so long at a time. */
const SHIFT_MS = 5_000;

interface ThreadSearchParts {
  readonly context: StatsContext;
  readonly sessionId: string;
  readonly tracks: Tracks;
}

interface Search {
  readonly guildId: Snowflake;
  readonly goneAt: Date;
  readonly channelIds: Snowflake[];
}

/** Looks for threads that were archived while the bot was away: Discord tells of open ones alone. */
export class ThreadSearch {
  readonly #parts: ThreadSearchParts;
  readonly #absences: AbsenceRepository;
  #search: Search | undefined;

  constructor(parts: ThreadSearchParts) {
    this.#parts = parts;
    this.#absences = new AbsenceRepository(parts.context.db, parts.sessionId);
  }

  /** Works for a few seconds, if there is something to do. */
  async work(): Promise<void> {
    const end = performance.now() + SHIFT_MS;
    while (performance.now() < end) {
      const search = (this.#search ??= await this.#next());
      if (!search) return;
      const guild = this.#parts.context.client.guilds.cache.get(search.guildId);
      const channelId = search.channelIds.pop();
      if (guild && channelId !== undefined) await this.#searchIn(guild, channelId, search.goneAt);
      else {
        await this.#absences.setSearched(search.guildId, search.goneAt);
        this.#search = undefined;
      }
      await sleep(PAUSE_MS);
    }
  }

  async #next(): Promise<Search | undefined> {
    const absence = await this.#absences.findUnsearched();
    if (!absence) return undefined;
    const guild = this.#parts.context.client.guilds.cache.get(absence.guildId);
    const channels = [...(guild ? channelOutlines(guild) : [])];
    return {
      ...absence,
      channelIds: channels.filter(({ type }) => THREAD_PARENTS.has(type)).map(({ id }) => id),
    };
  }

  async #searchIn(guild: Guild, channelId: Snowflake, goneAt: Date): Promise<void> {
    const { context, tracks } = this.#parts;
    const track = tracks.find(guild.id);
    const channel = guild.channels.cache.get(channelId);
    if (!track || !hasThreads(channel)) return;
    try {
      for await (const thread of archivedThreads(channel, goneAt)) tracks.catchUp(track, [outlineOf(thread)]);
    } catch (error) {
      if (!(error instanceof DiscordAPIError)) throw error;
      context.logger.debug(`The threads of the channel ${channelId} cannot be listed.`, error);
    }
  }
}
