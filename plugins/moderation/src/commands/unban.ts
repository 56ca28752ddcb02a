import type { Command } from '@sapphire/framework';
import type { ActionRequest } from '../actions/action-request.ts';
import type { Case } from '../database/case-repository.ts';
import { TargetCommand } from './target-command.ts';

export class UnbanCommand extends TargetCommand {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Lift the ban of somebody',
      node: 'moderation.ban',
      text: true,
      example: '/unban user:@mallory reason:Appeal accepted',
    });
  }

  protected override act(request: ActionRequest): Promise<Case> {
    return this.container.moderation.actions.unban(request);
  }
}
