import { Listener } from '@sapphire/framework';
import { Events, type DMChannel, type NonThreadGuildBasedChannel } from 'discord.js';

/** Forgets a channel that is gone. */
export class ForgetChannelListener extends Listener<typeof Events.ChannelDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ChannelDelete });
  }

  override run(channel: DMChannel | NonThreadGuildBasedChannel): void {
    if (!channel.isDMBased()) this.container.stats.counting.tracks.forgetChannel(channel.guildId, channel.id);
  }
}
