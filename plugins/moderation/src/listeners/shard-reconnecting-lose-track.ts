import { Listener } from '@sapphire/framework';
import { Events } from 'discord.js';

/** Takes note that entries of audit logs may be missed. */
export class LoseTrackListener extends Listener<typeof Events.ShardReconnecting> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ShardReconnecting });
  }

  override run(shardId: number): void {
    this.container.moderation.auditLogs.loseTrack(shardId);
  }
}
