import { Listener } from '@sapphire/framework';
import { Events } from 'discord.js';

/** Takes up what a stop of the bot interrupted, and finds stars that came meanwhile. Resumed sessions replay them by themselves. */
export class CatchUpListener extends Listener<typeof Events.ShardReady> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ShardReady });
  }

  override async run(): Promise<void> {
    const { imports, reconciler } = this.container.gallery;
    await imports.resumeAbandoned();
    await reconciler.reconcileAll();
  }
}
