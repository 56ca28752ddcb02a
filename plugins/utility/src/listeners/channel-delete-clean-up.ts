import { Listener } from '@sapphire/framework';
import { type DMChannel, Events, type NonThreadGuildBasedChannel } from 'discord.js';

/** Forgets that members may pin in a channel that was deleted. */
export class CleanUpChannelListener extends Listener<typeof Events.ChannelDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ChannelDelete });
  }

  override async run(channel: DMChannel | NonThreadGuildBasedChannel): Promise<void> {
    if (!channel.isDMBased()) await this.container.utility.pins.channels.forget(channel.guildId, channel.id);
  }
}
