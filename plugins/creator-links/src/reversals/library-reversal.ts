import { defineChangeReversal, type ReversalRun, escaped } from '@twi/sdk';
import { bold } from 'discord.js';
import { z } from 'zod';
import { entryContent } from '../library/entry-content.ts';
import type { EntryTransition } from '../library/library.ts';

const data: z.ZodType<EntryTransition> = z.object({
  id: z.string(),
  before: entryContent.nullable(),
  after: entryContent.nullable(),
});

/** How an entry that was added, changed or deleted becomes again what it was, if nobody has changed it since. */
export const libraryReversal = defineChangeReversal({
  data,
  node: 'creator-links.library',
  replace,
});

async function replace({
  container,
  member,
  data: transition,
}: ReversalRun<EntryTransition>): Promise<string> {
  const { title } = await container['creator-links'].library.replace(member, transition);
  const { before, after } = transition;
  const verb = before === null ? 'is back in' : after === null ? 'is deleted from' : 'is changed back in';
  return `${bold(escaped(title))} ${verb} the library.`;
}
