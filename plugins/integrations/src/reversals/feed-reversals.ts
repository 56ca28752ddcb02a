import { clip, defineReversal, escaped, type ReversalRun } from '@twi/sdk';
import { bold } from 'discord.js';
import { z } from 'zod';

const data = z.object({ number: z.number().int().positive() });

type Run = ReversalRun<z.output<typeof data>>;
type Change = 'remove' | 'restore' | 'pause' | 'resume';

const NODE = 'integrations.feeds';
const LONGEST_NAME = 100;

/** What is said of each change. */
const DONE = {
  remove: 'is removed',
  restore: 'is back; what came meanwhile is not posted',
  pause: 'is paused',
  resume: 'goes on',
} as const satisfies Record<Change, string>;

export const addReversal = opposites('restore', 'remove');
export const removeReversal = opposites('remove', 'restore');
export const pauseReversal = opposites('pause', 'resume');
export const resumeReversal = opposites('resume', 'pause');

/** How a change is taken back by its opposite, and done again. */
function opposites(change: Change, opposite: Change) {
  return defineReversal({
    data,
    node: NODE,
    undo: (run) => apply(run, opposite),
    redo: (run) => apply(run, change),
  });
}

async function apply({ container, guild, member, data: { number } }: Run, change: Change): Promise<string> {
  const { feeds } = container.integrations;
  const { name } = await feeds[change]({ guildId: guild.id, number, userId: member.id });
  return `Feed #${number}, ${bold(clip(escaped(name), LONGEST_NAME))}, ${DONE[change]}.`;
}
