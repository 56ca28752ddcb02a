import { Listener } from '@sapphire/framework';
import { Events } from 'discord.js';

/** Learns the invites, so that later it can be told which one somebody used. */
export class LearnInvitesListener extends Listener<typeof Events.ShardReady> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ShardReady });
  }

  override async run(shardId: number): Promise<void> {
    await this.container.moderation.memberLog.begin(shardId);
  }
}
