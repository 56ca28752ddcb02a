import type { Command } from '@sapphire/framework';
import type { ActionRequest } from '../actions/action-request.ts';
import type { Case } from '../database/case-repository.ts';
import { TargetCommand } from './target-command.ts';

export class SoftbanCommand extends TargetCommand {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Remove a member and their messages of the last day; they may come back',
      node: 'moderation.ban',
      text: true,
      example: '/softban user:@mallory reason:Spam',
    });
  }

  protected override act(request: ActionRequest): Promise<Case> {
    return this.container.moderation.actions.softban(request);
  }
}
