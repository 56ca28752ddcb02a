import { Listener } from '@sapphire/framework';
import { Events, type Message } from 'discord.js';

/** Logs what people write: files, links, and messages to the bot itself. */
export class LogMessageListener extends Listener<typeof Events.MessageCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageCreate });
  }

  override async run(message: Message): Promise<void> {
    const { messageLog } = this.container.moderation;
    if (message.inGuild()) await messageLog.written(message);
    else if (!message.author.bot) await messageLog.direct(message);
  }
}
