import { Listener } from '@sapphire/framework';
import {
  Events,
  type GuildTextBasedChannel,
  type Message,
  type PartialMessage,
  type ReadonlyCollection,
  type Snowflake,
} from 'discord.js';

/** Takes messages that were deleted at once off the board. */
export class ClearBoardInBulkListener extends Listener<typeof Events.MessageBulkDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageBulkDelete });
  }

  override async run(
    messages: ReadonlyCollection<Snowflake, Message | PartialMessage>,
    { guildId }: GuildTextBasedChannel,
  ): Promise<void> {
    await this.container.gallery.starboard.deleted(guildId, [...messages.keys()]);
  }
}
