import { Listener } from '@sapphire/framework';
import { Events, type Message, type PartialMessage } from 'discord.js';

/** Keeps reposts true when their original, or the post itself, is deleted. */
export class MessageDeleteNoteListener extends Listener<typeof Events.MessageDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageDelete });
  }

  override async run({ guildId, id }: Message | PartialMessage): Promise<void> {
    if (guildId) await this.container.gallery.reposts.deletedMessages.note(guildId, [id]);
  }
}
