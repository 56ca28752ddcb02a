import { Listener } from '@sapphire/framework';
import { Events } from 'discord.js';

/** Forgets roles and channels that were deleted while the bot was away. */
export class CleanUpAfterAbsenceListener extends Listener<typeof Events.ShardReady> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ShardReady });
  }

  override async run(): Promise<void> {
    await this.container.utility.roles.forgetGone();
    await this.container.utility.pins.channels.forgetGone();
  }
}
