import { Listener } from '@sapphire/framework';
import { Events } from 'discord.js';

/** Begins to count, and finds what was missed while the bot was away. */
export class WatchAllListener extends Listener<typeof Events.ClientReady> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ClientReady, once: true });
  }

  override run(): void {
    this.container.stats.counting.ownership.watchAll();
  }
}
