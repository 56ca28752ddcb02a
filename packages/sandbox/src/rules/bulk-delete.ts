import type { Problem } from './discord-error.ts';
import { DiscordError } from './discord-error.ts';
import { asList, asObject, asText } from './json.ts';
import type { RequestToValidate } from './request.ts';

const MAXIMUM_AGE_MS = 14 * 24 * 60 * 60 * 1_000;
const DISCORD_EPOCH_MS = 1_420_070_400_000n;
const SNOWFLAKE = /^\d{1,20}$/;

/** No message is named twice. */
export function* bulkDeleteProblems({ body }: RequestToValidate): Generator<Problem> {
  const known = new Set<string>();
  for (const [index, entry] of asList(asObject(body)['messages']).entries()) {
    const id = asText(entry);
    if (known.has(id)) {
      yield {
        path: ['messages', index],
        code: 'SET_TYPE_ALREADY_CONTAINS_VALUE',
        message: 'The set already contains this value',
      };
    }
    known.add(id);
  }
}

/**
 * Messages are deleted together in their first 14 days only.
 *
 * @throws {DiscordError} 50034
 * @see https://docs.discord.com/developers/resources/message#bulk-delete-messages
 */
export function refuseOldMessages({ body }: RequestToValidate): void {
  const oldest = BigInt(Date.now() - MAXIMUM_AGE_MS) - DISCORD_EPOCH_MS;
  for (const entry of asList(asObject(body)['messages'])) {
    const id = asText(entry);
    if (!SNOWFLAKE.test(id) || BigInt(id) >> 22n >= oldest) continue;
    throw new DiscordError(400, 50_034, 'You can only bulk delete messages that are under 14 days old.');
  }
}
