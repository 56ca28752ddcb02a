import { phrase, refusal, type UserError } from '@twi/sdk';

/** Refusals with nothing to fill in, by what is wrong. */
type Plain =
  | 'unpaid'
  | 'unusable'
  | 'may-not-read'
  | 'bot-may-not-read'
  | 'not-readable'
  | 'cannot-read-content'
  | 'excluded'
  | 'age-restricted'
  | 'nothing-to-read'
  | 'no-rules'
  | 'may-not-share';

/** Refusals that name the model. */
type OfModel = 'no-such-model' | 'too-long' | 'filtered' | 'refused' | 'cut-off';

/** Why OpenAI is not asked, or its answer not shown. */
export function openAiRefusal(what: Plain): UserError.Options;
export function openAiRefusal(what: OfModel, values: { readonly model: string }): UserError.Options;
export function openAiRefusal(what: Plain | OfModel, values?: { readonly model: string }): UserError.Options {
  return values
    ? refusal(`integrations:openai.errors.${what as OfModel}`, values)
    : refusal(`integrations:openai.errors.${what as Plain}`);
}

/** A server asked as often as it may in a day. */
export function usedUp(limit: number, until: Date): UserError.Options {
  return refusal('integrations:openai.errors.used-up', {
    uses: phrase('integrations:openai.uses', { count: limit }),
    when: `<t:${Math.floor(until.getTime() / 1_000)}:R>`,
  });
}
