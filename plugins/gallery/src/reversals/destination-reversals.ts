import { defineReversal, type ReversalRun } from '@twi/sdk';
import { channelMention } from 'discord.js';
import { z } from 'zod';
import { ALL_ITEM_KINDS } from '../items/item-kind.ts';

/** The rules of a destination; `null` where the channel was none. */
const state = z
  .object({
    kinds: z.array(z.enum(ALL_ITEM_KINDS)),
    nsfwOnly: z.boolean(),
    defaultTags: z.array(z.string()),
    autoThread: z.boolean(),
  })
  .nullable();

const data = z.object({ channelId: z.string(), before: state, after: state });
type Run = Pick<ReversalRun<z.output<typeof data>>, 'container' | 'data' | 'guild' | 'member'>;

/** A destination becomes what it was: other rules, or none. */
export const destinationReversal = defineReversal({
  data,
  node: 'gallery.admin',
  undo: (run) => replace(run, { expected: run.data.after, state: run.data.before }),
  redo: (run) => replace(run, { expected: run.data.before, state: run.data.after }),
});

async function replace(
  { container, guild, member, data: { channelId } }: Run,
  change: { readonly expected: z.output<typeof state>; readonly state: z.output<typeof state> },
): Promise<string> {
  const action = change.state ? 'gallery.channel-add' : 'gallery.channel-remove';
  await container.gallery.destinations.replace({ guildId: guild.id, channelId }, change, member.id, action);
  const channel = channelMention(channelId);
  return change.state
    ? `Items can be posted to ${channel} again.`
    : `No more items are posted to ${channel}.`;
}
