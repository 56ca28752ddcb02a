import { Listener } from '@sapphire/framework';
import { Events, type MessageReaction, type PartialMessageReaction } from 'discord.js';

/** Notes that a thread is private when somebody reacts in it: that is counted as well. */
export class NotePrivateOnReactionListener extends Listener<typeof Events.MessageReactionAdd> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageReactionAdd });
  }

  override async run({ message }: MessageReaction | PartialMessageReaction): Promise<void> {
    await this.container.stats.privateThreads.note(message.channel);
  }
}
