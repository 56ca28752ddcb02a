import { Listener } from '@sapphire/framework';
import { Events } from 'discord.js';

/** Catches up on what people did by hand while the bot was away. Resumed sessions replay it by themselves. */
export class CatchUpListener extends Listener<typeof Events.ShardReady> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ShardReady });
  }

  override async run(shardId: number): Promise<void> {
    await this.container.moderation.auditLogs.catchUp(shardId);
  }
}
