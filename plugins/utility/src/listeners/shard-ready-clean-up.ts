import { Listener } from '@sapphire/framework';
import { Events } from 'discord.js';

/** Forgets roles and channels that were deleted while the bot was away. */
export class CleanUpAfterAbsenceListener extends Listener<typeof Events.ShardReady> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ShardReady });
  }

  override async run(shardId: number): Promise<void> {
    const { client, utility } = this.container;
    // While Discord has an outage, roles and channels seem to be gone.
    const guilds = client.guilds.cache.filter((guild) => guild.shardId === shardId && guild.available);
    await utility.roles.forgetGone(guilds);
    await utility.pins.channels.forgetGone(guilds);
  }
}
