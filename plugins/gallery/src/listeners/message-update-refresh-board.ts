import { Listener } from '@sapphire/framework';
import { Events, type Message, type PartialMessage } from 'discord.js';

/** Shows on the board what a starred message says now. */
export class RefreshBoardListener extends Listener<typeof Events.MessageUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageUpdate });
  }

  override async run(
    _before: Message | PartialMessage,
    { guildId, id }: Message | PartialMessage,
  ): Promise<void> {
    if (guildId !== null) await this.container.gallery.starboard.changed(guildId, [id]);
  }
}
