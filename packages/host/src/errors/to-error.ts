import { inspect } from 'node:util';

/** What was thrown, as an error: JavaScript lets plugins throw anything. */
export function toError(thrown: unknown): Error {
  if (thrown instanceof Error) return thrown;
  return new TypeError(`Something that is no error was thrown: ${inspect(thrown, { depth: 1 })}`, {
    cause: thrown,
  });
}
