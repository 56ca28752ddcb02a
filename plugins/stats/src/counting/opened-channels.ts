import type { Guild, Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';

interface OpenedChannelsParts {
  readonly context: Pick<StatsContext, 'client'>;
  /** Finds what was missed up to the newest message of each channel. */
  readonly watch: (guild: Guild) => void;
}

/** Finds what was written in channels while the bot could not see them: Discord sends nothing of it, then or later. */
export class OpenedChannels {
  readonly #parts: OpenedChannelsParts;
  readonly #guildIds = new Set<Snowflake>();

  constructor(parts: OpenedChannelsParts) {
    this.#parts = parts;
  }

  /** Notes that the bot sees channels of a guild that it did not see before. Many come at once when a category is opened. */
  note(guildId: Snowflake): void {
    this.#guildIds.add(guildId);
  }

  /** Looks at the guilds that were noted. What fails is looked at again. */
  async work(): Promise<void> {
    for (const guildId of this.#guildIds) {
      this.#guildIds.delete(guildId);
      const guild = this.#parts.context.client.guilds.cache.get(guildId);
      if (!guild) continue;
      try {
        // They bring along the newest message of each channel and thread.
        await guild.channels.fetch();
        await guild.channels.fetchActiveThreads();
      } catch (error) {
        this.#guildIds.add(guildId);
        throw error;
      }
      this.#parts.watch(guild);
    }
  }
}
