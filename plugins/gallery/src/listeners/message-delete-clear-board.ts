import { Listener } from '@sapphire/framework';
import { Events, type Message, type PartialMessage } from 'discord.js';

/** Takes a deleted message off the board, and a message deleted on the board for good. */
export class ClearBoardListener extends Listener<typeof Events.MessageDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageDelete });
  }

  override async run({ guildId, id }: Message | PartialMessage): Promise<void> {
    if (guildId !== null) await this.container.gallery.starboard.deleted(guildId, [id]);
  }
}
