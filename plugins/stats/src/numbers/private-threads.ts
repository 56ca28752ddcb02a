import type { PluginDatabase } from '@twi/database';
import { type Channel, ChannelType, type Snowflake } from 'discord.js';
import { notePrivateThread } from '../database/numbers-sight.ts';

/** Remembers which threads are private, as long as Discord tells: of archived ones it does not. */
export class PrivateThreads {
  readonly #db: PluginDatabase<'stats'>;
  readonly #known = new Set<Snowflake>();

  constructor(db: PluginDatabase<'stats'>) {
    this.#db = db;
  }

  /** Looks at a channel in which something happens; free for those that are known. */
  note(channel: Channel): Promise<void> | undefined {
    const isNew = channel.type === ChannelType.PrivateThread && !this.#known.has(channel.id);
    return isNew ? this.#note(channel.guildId, channel.id) : undefined;
  }

  async #note(guildId: Snowflake, threadId: Snowflake): Promise<void> {
    await notePrivateThread(this.#db, guildId, threadId);
    this.#known.add(threadId);
  }
}
