import { z } from 'zod';

/** Why a model stopped writing; services of other makers have words of their own. */
const finish = z.string().nullish();

/** https://developers.openai.com/api/reference/resources/chat/subresources/completions/methods/create */
const wholeAnswer = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: finish,
        message: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }),
      }),
    )
    .min(1),
});

/** One piece of an answer that is read while it is written. The last one may have no choices, only numbers. */
const piece = z.object({
  model: z.string().optional(),
  choices: z
    .array(
      z.object({
        finish_reason: finish,
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).optional(),
      }),
    )
    .default([]),
});

/** What a model wrote. */
export interface Completion {
  readonly text: string;
  /** Whether the model said that it does not want to. */
  readonly isRefused: boolean;
  /** `stop`, `length`, `content_filter` or another word for why it ended. */
  readonly finish: string;
  /** Which model it was, as it calls itself. */
  readonly model: string | undefined;
}

/** Reads an answer that came in one. @throws {Error} when it is none. */
export function wholeCompletion(body: string): Completion {
  const { model, choices } = wholeAnswer.parse(JSON.parse(body));
  const [{ message, finish_reason: reason }] = choices as [(typeof choices)[number]]; // -- the schema wants one
  return {
    text: message.content ?? '',
    isRefused: Boolean(message.refusal),
    finish: reason ?? 'stop',
    model,
  };
}

/** Puts an answer together that is read while it is written. */
export class StreamedCompletion {
  #text = '';
  #isRefused = false;
  #finish: string | undefined;
  #model: string | undefined;

  /** Takes the data of an event. @throws {Error} when it is no piece of an answer. */
  add(data: string): void {
    const { model, choices } = piece.parse(JSON.parse(data));
    const [choice] = choices;
    this.#model ??= model;
    this.#text += choice?.delta?.content ?? '';
    this.#isRefused ||= Boolean(choice?.delta?.refusal);
    this.#finish = choice?.finish_reason ?? this.#finish;
  }

  /** The answer. @throws {Error} when its end never came. */
  end(): Completion {
    if (this.#finish === undefined) throw new Error('The stream ended before the answer did.');
    return { text: this.#text, isRefused: this.#isRefused, finish: this.#finish, model: this.#model };
  }
}
