import { Listener } from '@sapphire/framework';
import { Events, type MessageReaction, type PartialMessageReaction } from 'discord.js';

/** Counts a star that somebody took back. */
export class CountLostStarListener extends Listener<typeof Events.MessageReactionRemove> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageReactionRemove });
  }

  override async run(reaction: MessageReaction | PartialMessageReaction): Promise<void> {
    await this.container.gallery.starboard.reacted(reaction);
  }
}
