import { Listener } from '@sapphire/framework';
import { type AnyThreadChannel, Events } from 'discord.js';

/** Pauses the feeds of a thread that is deleted, and lets the staff know. */
export class ThreadDeleteCloseFeedsListener extends Listener<typeof Events.ThreadDelete> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ThreadDelete });
  }

  override async run(thread: AnyThreadChannel): Promise<void> {
    await this.container.integrations.feeds.closeChannel(thread.guild.id, thread.id);
  }
}
