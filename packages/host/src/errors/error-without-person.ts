import type { Snowflake } from 'discord.js';

/** What takes the place of an id, as where a person was erased. */
const NOBODY = '0';

/**
 * An error as it may be recorded when nobody is to learn who met it: with its class, message, stack and causes, and
 * nothing else, such as the address of a request to Discord.
 */
export function errorWithoutPerson(error: Error, userId: Snowflake): Error {
  const { cause } = error;
  const copy = new Error(error.message.replaceAll(userId, NOBODY));
  copy.name = error.name;
  copy.stack = (error.stack ?? '').replaceAll(userId, NOBODY);
  if (cause instanceof Error) copy.cause = errorWithoutPerson(cause, userId);
  return copy;
}
