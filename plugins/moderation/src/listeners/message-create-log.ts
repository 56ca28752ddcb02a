import { Listener } from '@sapphire/framework';
import { Events, type Message } from 'discord.js';

/** Logs what people write: files, links, and messages to the bot itself. */
export class LogMessageListener extends Listener<typeof Events.MessageCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageCreate });
  }

  isFor(message: Message): boolean {
    if (!message.inGuild()) return !message.author.bot;
    return !this.container.moderation.messageLog.isKnownUnwanted(message.guildId);
  }

  override async run(message: Message): Promise<void> {
    const { messageLog } = this.container.moderation;
    await (message.inGuild() ? messageLog.written(message) : messageLog.direct(message));
  }
}
