import { Events, Listener } from '@sapphire/framework';
import type { Message } from 'discord.js';

/** Gives points for messages. */
export class MessageCreateAwardListener extends Listener<typeof Events.MessageCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageCreate });
  }

  override async run(message: Message): Promise<void> {
    if (!message.inGuild() || message.author.bot) return;
    await this.container['my-plugin'].award(message.guildId, message.author.id);
  }
}
