import { Listener } from '@sapphire/framework';
import { Events, type Message, type PartialMessage } from 'discord.js';

/** Logs deleted messages. */
export class LogDeletionListener extends Listener<typeof Events.MessageDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageDelete });
  }

  override async run(message: Message | PartialMessage): Promise<void> {
    const { guild } = message;
    if (guild) await this.container.moderation.messageLog.deleted(guild, message);
  }
}
