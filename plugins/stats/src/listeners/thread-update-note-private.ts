import { Listener } from '@sapphire/framework';
import { type AnyThreadChannel, Events } from 'discord.js';

/** Notes that a thread is private before it is archived and forgotten. */
export class NotePrivateOnUpdateListener extends Listener<typeof Events.ThreadUpdate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.ThreadUpdate });
  }

  override async run(_before: AnyThreadChannel, thread: AnyThreadChannel): Promise<void> {
    await this.container.stats.privateThreads.note(thread);
  }
}
