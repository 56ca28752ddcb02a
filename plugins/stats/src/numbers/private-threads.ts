import type { PluginDatabase } from '@twi/database';
import { type Channel, ChannelType, type PrivateThreadChannel, type Snowflake } from 'discord.js';
import { notePrivateThread } from '../database/numbers-sight.ts';

/** Remembers which threads are private, as long as Discord tells: of archived ones it does not. */
export class PrivateThreads {
  readonly #db: PluginDatabase<'stats'>;
  readonly #known = new Set<Snowflake>();

  constructor(db: PluginDatabase<'stats'>) {
    this.#db = db;
  }

  /** Whether a channel is one that was not noted yet. */
  isNew(channel: Channel): channel is PrivateThreadChannel {
    return channel.type === ChannelType.PrivateThread && !this.#known.has(channel.id);
  }

  /** Looks at a channel in which something happens. */
  async note(channel: Channel): Promise<void> {
    if (!this.isNew(channel)) return;
    await notePrivateThread(this.#db, channel.guildId, channel.id);
    this.#known.add(channel.id);
  }
}
