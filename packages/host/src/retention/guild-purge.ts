import type { ILogger } from '@sapphire/framework';
import { type DatabaseHandle, GuildRepository, purgeGuildRows, purgeJobsOfGuild } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { Enablement } from '../gate/enablement.ts';
import type { Declarations } from '../privacy/declarations.ts';
import { longTransaction } from '../privacy/long-transaction.ts';

const GUILDS_AT_ONCE = 50;

export interface GuildPurgeParts {
  readonly database: DatabaseHandle;
  readonly declarations: Pick<Declarations, 'list'>;
  readonly enablement: Pick<Enablement, 'refresh'>;
  /** How long the data of a guild is kept after the bot left it, in milliseconds. */
  readonly graceMs: number;
  readonly logger: Pick<ILogger, 'error' | 'info'>;
}

/** Removes the data of guilds that the bot was removed from, once their time is over. */
export class GuildPurge {
  readonly #parts: GuildPurgeParts;
  readonly #guilds: GuildRepository;

  constructor(parts: GuildPurgeParts) {
    this.#parts = parts;
    this.#guilds = new GuildRepository(parts.database.db);
  }

  /**
   * Purges the guilds that are due; those that fail stay due. Stops between two guilds when it is told to.
   *
   * @returns the guilds that were purged.
   */
  async purgeDue(signal?: AbortSignal): Promise<Snowflake[]> {
    const due = await this.#guilds.listLeftBefore(this.#deadline(), GUILDS_AT_ONCE);
    const purged: Snowflake[] = [];
    for (const { id } of due) {
      if (signal?.aborted) break;
      try {
        if (await this.#purge(id)) purged.push(id);
      } catch (error) {
        this.#parts.logger.error(
          `The data of the guild ${id} could not be removed; it is tried again.`,
          error,
        );
      }
    }
    return purged;
  }

  /** @returns whether it was purged: the bot may have come back. */
  async #purge(guildId: Snowflake): Promise<boolean> {
    const { database, declarations, enablement, logger } = this.#parts;
    let removed = 0;
    for (const { tables } of await declarations.list()) {
      const rows = await longTransaction(database, async (db) => {
        if (!(await new GuildRepository(db).lockLeft(guildId, this.#deadline()))) return undefined;
        let count = 0;
        for (const table of tables) count += await purgeGuildRows(db, table, guildId);
        return count;
      });
      if (rows === undefined) return false;
      removed += rows;
    }
    await purgeJobsOfGuild(database.db, guildId);
    await database.forgetGuild(guildId);
    await database.cache.invalidateAll();
    await enablement.refresh(guildId);
    logger.info(`The data of the guild ${guildId}, which the bot has left, was removed: ${removed} rows.`);
    return true;
  }

  #deadline(): Date {
    return new Date(Date.now() - this.#parts.graceMs);
  }
}
