import { Listener } from '@sapphire/framework';
import { Events, type MessageReaction, type PartialMessageReaction } from 'discord.js';

/** Counts a star that somebody gave. */
export class CountStarListener extends Listener<typeof Events.MessageReactionAdd> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageReactionAdd });
  }

  override async run(reaction: MessageReaction | PartialMessageReaction): Promise<void> {
    await this.container.gallery.starboard.reacted(reaction);
  }
}
