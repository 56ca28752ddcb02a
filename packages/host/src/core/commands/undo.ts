import type { Command } from '@sapphire/framework';
import { ReversalCommand } from './reversal-command.ts';

/** Takes back what was done through the bot. */
export class UndoCommand extends ReversalCommand {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Takes back what was done through me: the last that you did, or the entry that you pick.',
      example: '/undo',
      verb: 'undo',
      title: 'Undone',
      entryDescription: 'What to take back. Without it: the last that you did',
    });
  }
}
