import { Listener } from '@sapphire/framework';
import { type AnyThreadChannel, Events } from 'discord.js';

/** Takes the messages of a deleted thread off the board. */
export class ClearBoardOfThreadListener extends Listener<typeof Events.ThreadDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ThreadDelete });
  }

  override async run({ guildId, id }: AnyThreadChannel): Promise<void> {
    await this.container.gallery.starboard.channelDeleted(guildId, id);
  }
}
