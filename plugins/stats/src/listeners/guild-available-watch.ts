import { Listener } from '@sapphire/framework';
import { Events, type Guild } from 'discord.js';

/** Finds what was missed when Discord, or the connection to it, comes back in a new session. */
export class WatchGuildListener extends Listener<typeof Events.GuildAvailable> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.GuildAvailable });
  }

  override run(guild: Guild): void {
    this.container.stats.counting.ownership.watch(guild);
  }
}
