import { Listener } from '@sapphire/framework';
import {
  Events,
  type MessageReaction,
  type PartialMessageReaction,
  type PartialUser,
  type User,
} from 'discord.js';

/** Counts reactions. */
export class CountReactionListener extends Listener<typeof Events.MessageReactionAdd> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageReactionAdd });
  }

  override run(reaction: MessageReaction | PartialMessageReaction, user: User | PartialUser): Promise<void> {
    return this.container.stats.counting.reactions.count(reaction, user);
  }
}
