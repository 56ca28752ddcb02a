import type { Command } from '@sapphire/framework';
import type { ActionRequest } from '../actions/action-request.ts';
import type { Case } from '../database/case-repository.ts';
import { TargetCommand } from './target-command.ts';

export class UntimeoutCommand extends TargetCommand {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'End the timeout of a member early',
      node: 'moderation.timeout',
      text: true,
      example: '/untimeout user:@mallory',
    });
  }

  protected override act(request: ActionRequest): Promise<Case> {
    return this.container.moderation.actions.untimeout(request);
  }
}
