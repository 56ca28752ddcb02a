import { Listener } from '@sapphire/framework';
import { Events, type Message } from 'discord.js';

/** Logs what people write: files, links, and messages to the bot itself. */
export class LogMessageListener extends Listener<typeof Events.MessageCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageCreate });
  }

  override run(message: Message): Promise<void> | undefined {
    const { messageLog } = this.container.moderation;
    if (message.inGuild())
      return messageLog.isKnownUnwanted(message.guildId) ? undefined : messageLog.written(message);
    return message.author.bot ? undefined : messageLog.direct(message);
  }
}
