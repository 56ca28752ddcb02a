import type { Exchange } from '@twi/sandbox';

/** What a person sees of what they did. */
export interface Answer {
  /** All that there is to read, line by line; the title of a form. */
  readonly text: string;
  /** The permission that they were told to lack; `bot-owner` for the owners of the bot; `no answer` where nothing answered. */
  readonly refusedFor: string | undefined;
}

type Message = NonNullable<Exchange['response']>;

const UNANSWERED = 'Nothing here answers that any more.';
/** The colour of refusals (`reply.error`). */
const REFUSAL = 0xed4245;
const BOT_OWNER = 'Only the owner of this bot may do that.';

/** Whether the answer is a refusal. */
export const isRefused = ({ response }: Exchange): boolean => response?.embeds[0]?.color === REFUSAL;

/** Reads the answer of the bot as the person does. */
export function readAnswer({ response, followups, modal }: Exchange): Answer {
  const messages = response ? [response, ...followups] : followups;
  return answerOf([...messages.map((message) => textOf(message)), modal?.title ?? ''].join('\n'));
}

/** What some text tells the person. */
export function answerOf(text: string): Answer {
  if (text.includes(UNANSWERED)) return { text, refusedFor: 'no answer' };
  const node = /You need the permission `([^`]+)` for that\./.exec(text)?.[1];
  return { text, refusedFor: node ?? (text.includes(BOT_OWNER) ? 'bot-owner' : undefined) };
}

/** Everything that can be read in a message. */
export function textOf({ content, embeds }: Message): string {
  const lines = embeds.flatMap(({ title, description, fields = [], footer }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]);
  return [content, ...lines].filter(Boolean).join('\n');
}
