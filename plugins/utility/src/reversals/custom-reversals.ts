import { defineChangeReversal, type PluginReversals, type ReversalRun } from '@twi/sdk';
import { inlineCode } from 'discord.js';
import { z } from 'zod';
import { customCommandContent } from '../custom-commands/custom-command.ts';
import type { CustomCommandTransition } from '../custom-commands/custom-commands.ts';

const data: z.ZodType<CustomCommandTransition> = z.object({
  number: z.int().positive(),
  before: customCommandContent.nullable(),
  after: customCommandContent.nullable(),
});

/** How a command that was added, changed or removed becomes again what it was, if nobody has changed it since. */
const customReversal = defineChangeReversal({
  data,
  node: 'utility.custom',
  replace,
});

async function replace({
  container,
  member,
  data: transition,
}: ReversalRun<CustomCommandTransition>): Promise<string> {
  await container.utility.customCommands.replace(transition, member);
  const { before, after } = transition;
  const name = inlineCode((after ?? before)?.name ?? '');
  const verb = before === null ? 'is back' : after === null ? 'is removed' : 'is changed back';
  return `The command ${name} ${verb}.`;
}

/** How changes of the commands of a server are undone and repeated. */
export const customReversals: PluginReversals = {
  'utility.custom-add': customReversal,
  'utility.custom-edit': customReversal,
  'utility.custom-remove': customReversal,
};
