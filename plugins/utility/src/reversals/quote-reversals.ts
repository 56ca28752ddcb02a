import { defineReversal, type ReversalRun } from '@twi/sdk';
import { z } from 'zod';

const quoteData = z.object({ quote: z.int().positive() });
const contentData = z.object({
  text: z.string(),
  authorId: z.string().nullable(),
  authorName: z.string().nullable(),
});
const editData = quoteData.extend({ before: contentData, after: contentData });

type Run = ReversalRun<z.output<typeof quoteData>>;
type EditRun = ReversalRun<z.output<typeof editData>>;

export const quoteAddReversal = defineReversal({
  data: quoteData,
  node: 'utility.quote',
  undo: deleteQuote,
  redo: restoreQuote,
});

export const quoteDeleteReversal = defineReversal({
  data: quoteData,
  node: 'utility.quote',
  undo: restoreQuote,
  redo: deleteQuote,
});

export const quoteEditReversal = defineReversal({
  data: editData,
  node: 'utility.quote',
  undo: (run) => replaceQuote(run, { before: run.data.after, after: run.data.before }),
  redo: (run) => replaceQuote(run, run.data),
});

async function deleteQuote(run: Run): Promise<string> {
  await run.container.utility.quotes.delete(keyOf(run), run.member);
  return `Deleted quote #${run.data.quote}.`;
}

async function restoreQuote(run: Run): Promise<string> {
  await run.container.utility.quotes.restore(keyOf(run), run.member);
  return `Quote #${run.data.quote} is back.`;
}

async function replaceQuote(
  run: EditRun,
  change: Pick<EditRun['data'], 'before' | 'after'>,
): Promise<string> {
  await run.container.utility.quotes.replace(keyOf(run), change, run.member);
  return `Quote #${run.data.quote} says what it did ${change.after === run.data.before ? 'before' : 'after the change'}.`;
}

function keyOf({ guild, data }: Run) {
  return { guildId: guild.id, number: data.quote };
}
