import type { Command } from '@sapphire/framework';
import { ReversalCommand } from './reversal-command.ts';

/** Does again what was undone. */
export class RedoCommand extends ReversalCommand {
  constructor(context: Command.LoaderContext) {
    super(context, {
      description: 'Does again what was undone: the last that you undid, or the entry that you pick.',
      example: '/redo',
      verb: 'redo',
      title: 'Done again',
      entryDescription: 'What to do again. Without it: the last that you undid',
    });
  }
}
