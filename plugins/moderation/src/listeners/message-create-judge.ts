import { Listener } from '@sapphire/framework';
import { Events, type Message } from 'discord.js';

/** Judges what members write by the rules of automod. */
export class JudgeMessageListener extends Listener<typeof Events.MessageCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageCreate });
  }

  isFor(message: Message): boolean {
    const { rules } = this.container.moderation.automod;
    return message.inGuild() && !rules.isKnownEmpty(message.guildId);
  }

  override async run(message: Message): Promise<void> {
    if (message.inGuild()) await this.container.moderation.automod.watcher.look(message, 'new');
  }
}
