import { Listener } from '@sapphire/framework';
import { type ClientEvents, Events } from 'discord.js';

/** Notes that files are gone when many messages are deleted at once. */
export class MessageDeleteBulkLoseFilesListener extends Listener<typeof Events.MessageBulkDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageBulkDelete });
  }

  override async run(...[messages]: ClientEvents[Events.MessageBulkDelete]): Promise<void> {
    await this.container.gallery.files.lose([...messages.keys()]);
  }
}
