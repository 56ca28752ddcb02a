import { z } from 'zod';
import type { Utterance } from '../conversations/utterance.ts';
import { type Asker, askFor, type Given } from './ask-for.ts';

/** What was said, as a model puts it. Nothing of it is to be shown as it is. */
const summarySchema = z.strictObject({
  overview: z.string(),
  topics: z.array(z.strictObject({ title: z.string(), text: z.string(), messages: z.array(z.number()) })),
});

export type Summary = z.infer<typeof summarySchema>;

interface Summarising {
  /** Each small enough for one request. */
  readonly parts: readonly (readonly Utterance[])[];
  /** In which language, by its English name. */
  readonly language: string;
  /** Told before each request: which it is, of how many. */
  readonly onRequest: (request: number, of: number) => Promise<unknown>;
}

/** Summarises a conversation: each part by itself, then what came of the parts together. */
export async function summarise(
  asker: Asker,
  { parts, language, onRequest }: Summarising,
): Promise<Given<Summary>> {
  const requests = parts.length === 1 ? 1 : parts.length + 1;
  const summaries: Given<Summary>[] = [];
  for (const part of parts) {
    await onRequest(summaries.length + 1, requests);
    summaries.push(await ask(asker, PART_TASK, language, { messages: part.map(sent) }));
  }
  const [only] = summaries;
  if (only && requests === 1) return only;
  await onRequest(requests, requests);
  return ask(asker, MERGE_TASK, language, { summaries: summaries.map(({ answer }) => answer) });
}

/** What is sent of a message. */
export function sent({ number, by, at, text, answers }: Utterance): object {
  return { n: number, by, at: at.toISOString(), ...(answers !== undefined && { answers }), text };
}

const SHAPE =
  'Answer with: "overview", two to four sentences; "topics", at most eight, in their order, each with a "title" of a few words, a "text" of one or two sentences, and in "messages" the "n" of up to three messages that show it, the first one first. Say what was decided and what was left open. Be neutral; invent nothing; leave out greetings and chatter.';
const PART_TASK = `You summarise a conversation of a chat for somebody who missed it. ${SHAPE}`;
const MERGE_TASK = `The data are summaries of successive parts of one conversation of a chat. You make one summary of them for somebody who missed it: topics that go on are one. ${SHAPE}`;

function ask(asker: Asker, task: string, language: string, data: object): Promise<Given<Summary>> {
  return askFor(asker, {
    name: 'summary',
    answer: summarySchema,
    task: `${task} Write in ${language}.`,
    data,
  });
}
