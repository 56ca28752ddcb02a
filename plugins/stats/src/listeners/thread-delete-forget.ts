import { Listener } from '@sapphire/framework';
import { Events, type AnyThreadChannel } from 'discord.js';

/** Forgets a thread that is gone. */
export class ForgetThreadListener extends Listener<typeof Events.ThreadDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ThreadDelete });
  }

  override run({ id, guildId }: AnyThreadChannel): void {
    this.container.stats.counting.tracks.forgetChannel(guildId, id);
  }
}
