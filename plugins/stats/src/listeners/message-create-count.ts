import { Listener } from '@sapphire/framework';
import { Events, type Message } from 'discord.js';

/** Counts what members write. */
export class CountMessageListener extends Listener<typeof Events.MessageCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageCreate });
  }

  override run(message: Message): Promise<void> | undefined {
    return message.inGuild() ? this.container.stats.counting.messages.count(message) : undefined;
  }
}
