import { Listener } from '@sapphire/framework';
import { Events, type Message, type PartialMessage } from 'discord.js';

/** Logs edited messages. */
export class LogEditListener extends Listener<typeof Events.MessageUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageUpdate });
  }

  override async run(before: Message | PartialMessage, after: Message): Promise<void> {
    if (after.inGuild()) await this.container.moderation.messageLog.edited(before, after);
  }
}
