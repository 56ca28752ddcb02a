import { Listener } from '@sapphire/framework';
import {
  Events,
  type GuildTextBasedChannel,
  type Message,
  type PartialMessage,
  type ReadonlyCollection,
  type Snowflake,
} from 'discord.js';

/** Logs messages that were deleted at once. */
export class LogBulkDeletionListener extends Listener<typeof Events.MessageBulkDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageBulkDelete });
  }

  override async run(
    messages: ReadonlyCollection<Snowflake, Message | PartialMessage>,
    channel: GuildTextBasedChannel,
  ): Promise<void> {
    await this.container.moderation.messageLog.deletedAtOnce([...messages.values()], channel);
  }
}
