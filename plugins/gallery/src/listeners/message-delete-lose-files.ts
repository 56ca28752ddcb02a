import { Listener } from '@sapphire/framework';
import { Events, type Message, type PartialMessage } from 'discord.js';

/** Notes that files are gone when the message that holds them is deleted. */
export class MessageDeleteLoseFilesListener extends Listener<typeof Events.MessageDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageDelete });
  }

  override async run({ guildId, id }: Message | PartialMessage): Promise<void> {
    if (guildId) await this.container.gallery.files.lose([id]);
  }
}
