import { Listener } from '@sapphire/framework';
import { type DMChannel, Events, type NonThreadGuildBasedChannel } from 'discord.js';

/** Takes the messages of a deleted channel off the board. */
export class ClearBoardOfChannelListener extends Listener<typeof Events.ChannelDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ChannelDelete });
  }

  override async run(channel: DMChannel | NonThreadGuildBasedChannel): Promise<void> {
    if (!channel.isDMBased())
      await this.container.gallery.starboard.channelDeleted(channel.guildId, channel.id);
  }
}
