import { Listener } from '@sapphire/framework';
import { Events } from 'discord.js';

/** Takes up what a stop of the bot interrupted, and finds stars that came meanwhile. Resumed sessions replay them by themselves. */
export class CatchUpListener extends Listener<typeof Events.ShardReady> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ShardReady });
  }

  override async run(): Promise<void> {
    const { imports, reconciler, insistence } = this.container.gallery;
    await insistence.insist(async () => {
      await imports.resumeAbandoned();
      await reconciler.reconcileAll();
    });
  }
}
