import type { Problem } from './discord-error.ts';
import { asObject, asText, isAbsent, isBlank } from './json.ts';
import { required } from './problem.ts';
import type { RequestToValidate } from './request.ts';

const RESERVED = ['clyde', 'discord'];

/**
 * A webhook bears no name of Discord's own, in itself or in one message.
 *
 * @see https://docs.discord.com/developers/resources/webhook#create-webhook
 */
export function* webhookNameProblems({ body }: RequestToValidate): Generator<Problem> {
  for (const field of ['name', 'username'] as const) {
    const name = asObject(body)[field];
    if (isAbsent(name)) continue;
    if (isBlank(asText(name))) yield required([field]);
    for (const word of RESERVED) {
      if (!asText(name).toLowerCase().includes(word)) continue;
      yield {
        path: [field],
        code: 'USERNAME_INVALID_CONTAINS',
        message: `Username cannot contain "${word}"`,
      };
    }
  }
}
