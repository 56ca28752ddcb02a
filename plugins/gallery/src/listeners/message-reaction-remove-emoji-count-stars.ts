import { Listener } from '@sapphire/framework';
import { Events, type MessageReaction, type PartialMessageReaction } from 'discord.js';

/** Counts the stars of a message from which all of an emoji were taken. */
export class CountLostEmojiListener extends Listener<typeof Events.MessageReactionRemoveEmoji> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageReactionRemoveEmoji });
  }

  override async run(reaction: MessageReaction | PartialMessageReaction): Promise<void> {
    await this.container.gallery.starboard.reacted(reaction);
  }
}
