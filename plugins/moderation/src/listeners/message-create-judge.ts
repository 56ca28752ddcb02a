import { Listener } from '@sapphire/framework';
import { Events, type Message } from 'discord.js';

/** Judges what members write by the rules of automod. */
export class JudgeMessageListener extends Listener<typeof Events.MessageCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageCreate });
  }

  override run(message: Message): Promise<void> | undefined {
    const { rules, watcher } = this.container.moderation.automod;
    // What happens with most messages of most servers costs no promise.
    if (!message.inGuild() || rules.isKnownEmpty(message.guildId)) return undefined;
    return watcher.look(message, 'new');
  }
}
