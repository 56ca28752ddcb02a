import { Listener } from '@sapphire/framework';
import {
  Events,
  type Message,
  type PartialMessage,
  type ReadonlyCollection,
  type Snowflake,
} from 'discord.js';

/** The same for messages that are deleted at once. */
export class MessageDeleteBulkNoteListener extends Listener<typeof Events.MessageBulkDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageBulkDelete });
  }

  override async run(messages: ReadonlyCollection<Snowflake, Message | PartialMessage>): Promise<void> {
    const guildId = messages.first()?.guildId;
    if (guildId) await this.container.gallery.reposts.deletedMessages.note(guildId, [...messages.keys()]);
  }
}
