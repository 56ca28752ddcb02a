import { Listener } from '@sapphire/framework';
import { Events, type Message } from 'discord.js';

/** Notes which threads are private before anything of them is counted. */
export class NotePrivateOnMessageListener extends Listener<typeof Events.MessageCreate> {
  constructor(context: Listener.LoaderContext) {
    super(context, { event: Events.MessageCreate });
  }

  isFor({ channel }: Message): boolean {
    return this.container.stats.privateThreads.isNew(channel);
  }

  override async run({ channel }: Message): Promise<void> {
    await this.container.stats.privateThreads.note(channel);
  }
}
