import { clip, defineReversal, escaped, type ReversalRun } from '@twi/sdk';
import { bold } from 'discord.js';
import { z } from 'zod';
import { feedContent, type FeedContent } from '../feeds/feed-content.ts';

const data = z.object({ number: z.number().int().positive() });
const editData = data.extend({ before: feedContent, after: feedContent });

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

export const editReversal = defineReversal({
  data: editData,
  node: NODE,
  undo: (run) => replace(run, run.data.after, run.data.before),
  redo: (run) => replace(run, run.data.before, run.data.after),
});

/** Unless somebody has changed it since. */
async function replace(
  { container, guild, member, data: { number } }: ReversalRun<z.output<typeof editData>>,
  expected: FeedContent,
  wanted: FeedContent,
): Promise<string> {
  const { feeds } = container.integrations;
  const { name } = await feeds.edit({ guildId: guild.id, number, userId: member.id }, wanted, expected);
  return `Feed #${number}, ${bold(clip(escaped(name), LONGEST_NAME))}, is changed back.`;
}

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
