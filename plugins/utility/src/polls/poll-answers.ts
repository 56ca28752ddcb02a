import { quotable, refusal, UserError } from '@twi/sdk';

/** Discord's limits (Resources › Poll › Poll Create Request Object). */
export const POLL_LIMITS = { question: 300, answer: 55, answers: 10, hours: 768 } as const;

const FEWEST_ANSWERS = 2;

/**
 * The answers of a poll, as people separate them: `Yes | No | Maybe`.
 *
 * @throws {UserError} `utility.bad-amount-of-answers`, `utility.answer-too-long`, `utility.answer-twice`
 */
export function readPollAnswers(typed: string): readonly string[] {
  const answers = typed
    .split('|')
    .map((answer) => answer.replaceAll(/\s+/g, ' ').trim())
    .filter((answer) => answer !== '');
  const { answers: most, answer: longest } = POLL_LIMITS;
  if (answers.length < FEWEST_ANSWERS || answers.length > most)
    throw new UserError(
      refusal('utility:errors.bad-amount-of-answers', {
        amount: answers.length,
        min: FEWEST_ANSWERS,
        max: most,
      }),
    );
  for (const answer of answers)
    if (answer.length > longest)
      throw new UserError(
        refusal('utility:errors.answer-too-long', {
          given: quotable(answer),
          length: answer.length,
          max: longest,
        }),
      );
  const twice = answers.find((answer, index) => answers.indexOf(answer) !== index);
  if (twice !== undefined)
    throw new UserError(refusal('utility:errors.answer-twice', { given: quotable(twice) }));
  return answers;
}

/** What is asked. @throws {UserError} `utility.bad-question` */
export function readPollQuestion(typed: string): string {
  const question = typed.trim();
  if (question.length < 1 || question.length > POLL_LIMITS.question)
    throw new UserError(
      refusal('utility:errors.bad-question', { length: question.length, max: POLL_LIMITS.question }),
    );
  return question;
}
