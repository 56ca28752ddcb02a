import type { Command } from '@sapphire/framework';
import type { LockRequest } from '../channels/channel-locks.ts';
import { ChannelCommand } from './channel-command.ts';

export class LockCommand extends ChannelCommand {
  protected override readonly done = 'Locked';

  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Keep people from writing in a channel',
      node: 'moderation.channels',
      text: true,
      example: '/lock channel:#general reason:Raid',
    });
  }

  protected override act(request: LockRequest): Promise<void> {
    return this.container.moderation.locks.lock(request);
  }
}
