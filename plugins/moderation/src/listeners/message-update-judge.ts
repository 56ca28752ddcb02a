import { Listener } from '@sapphire/framework';
import { Events, type Message, type PartialMessage } from 'discord.js';

/** Judges what members make of their messages afterwards. */
export class JudgeEditListener extends Listener<typeof Events.MessageUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageUpdate });
  }

  override async run(before: Message | PartialMessage, after: Message | PartialMessage): Promise<void> {
    // Discord also updates messages to add previews of links; those nobody edited.
    if (after.editedTimestamp === null || (!before.partial && before.content === after.content)) return;
    const message = after.partial ? await after.fetch() : after;
    if (message.inGuild()) await this.container.moderation.automod.watcher.look(message, 'edit');
  }
}
