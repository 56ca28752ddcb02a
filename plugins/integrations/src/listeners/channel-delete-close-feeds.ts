import { Listener } from '@sapphire/framework';
import { type DMChannel, Events, type NonThreadGuildBasedChannel } from 'discord.js';

/** Pauses the feeds of a channel that is deleted, and lets the staff know. */
export class ChannelDeleteCloseFeedsListener extends Listener<typeof Events.ChannelDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ChannelDelete });
  }

  override async run(channel: DMChannel | NonThreadGuildBasedChannel): Promise<void> {
    if (!channel.isDMBased())
      await this.container.integrations.feeds.closeChannel(channel.guild.id, channel.id);
  }
}
