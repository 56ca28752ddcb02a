/** What discord.js tries again after (`shouldRetry` in `@discordjs/rest`). */
const TRIED_AGAIN = 'ECONNRESET';

/** Discord's answer did not come, or broke off, in every try: no fault of who asked. */
export class DiscordUnreachableError extends Error {
  override readonly name = 'DiscordUnreachableError';
  readonly code: string;

  /**
   * @param isRepeatable whether the request may be sent again: what is done twice is done once, or it was not done
   * @param cause what went wrong on the way
   */
  constructor({ isRepeatable, cause }: { readonly isRepeatable: boolean; readonly cause: Error }) {
    super(`Discord did not answer: ${cause.message}`, { cause });
    this.code = isRepeatable ? TRIED_AGAIN : 'ERR_ANSWER_LOST';
  }
}
