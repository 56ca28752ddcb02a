import type { Command } from '@sapphire/framework';
import type { LockRequest } from '../channels/channel-locks.ts';
import { ChannelCommand } from './channel-command.ts';

export class UnlockCommand extends ChannelCommand {
  protected override readonly done = 'Unlocked';

  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Let people write in a channel again, as they could before',
      node: 'moderation.channels',
      text: true,
      example: '/unlock channel:#general reason:Raid',
    });
  }

  protected override act(request: LockRequest): Promise<void> {
    return this.container.moderation.locks.unlock(request);
  }
}
