import type { Problem } from './discord-error.ts';
import { asObject, asText } from './json.ts';
import type { RequestToValidate } from './request.ts';

const MAXIMUM_TIMEOUT_MS = 28 * 24 * 60 * 60 * 1_000;

/**
 * A timeout ends within 28 days.
 *
 * @see https://docs.discord.com/developers/resources/guild#modify-guild-member
 */
export function* timeoutProblems({ body }: RequestToValidate): Generator<Problem> {
  const end = Date.parse(asText(asObject(body)['communication_disabled_until']));
  if (Number.isNaN(end) || end <= Date.now() + MAXIMUM_TIMEOUT_MS) return;
  yield {
    path: ['communication_disabled_until'],
    code: 'INVALID_COMMUNICATION_DISABLED_TIMESTAMP',
    message: 'The timeout must end within 28 days',
  };
}
