import type { Command } from '@sapphire/framework';
import type { ActionRequest } from '../actions/action-request.ts';
import type { Case } from '../database/case-repository.ts';
import { TargetCommand } from './target-command.ts';

export class KickCommand extends TargetCommand {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Remove a member, who may come back',
      node: 'moderation.kick',
      text: true,
      example: '/kick user:@mallory reason:Spam',
    });
  }

  protected override act(request: ActionRequest): Promise<Case> {
    return this.container.moderation.actions.kick(request);
  }
}
