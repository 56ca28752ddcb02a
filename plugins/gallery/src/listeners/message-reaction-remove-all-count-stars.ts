import { Listener } from '@sapphire/framework';
import { Events, type Message, type PartialMessage } from 'discord.js';

/** Counts the stars of a message from which all reactions were taken. */
export class CountLostStarsListener extends Listener<typeof Events.MessageReactionRemoveAll> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageReactionRemoveAll });
  }

  override async run({ guildId, id }: Message | PartialMessage): Promise<void> {
    if (guildId !== null) await this.container.gallery.starboard.changed(guildId, [id]);
  }
}
