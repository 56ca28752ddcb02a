import type { Snowflake } from 'discord.js';

/** The most messages and characters that a process remembers; the oldest are forgotten first. */
const MOST_MESSAGES = 50_000;
const MOST_CHARACTERS = 10_000_000;

/** What is remembered of a message. */
export interface RememberedMessage {
  readonly authorId: Snowflake;
  /** `undefined` where it is not to be remembered, or not known. */
  readonly content: string | undefined;
  /** When it was last edited, in Unix milliseconds. */
  readonly editedAt: number | null;
  /** Unix milliseconds. */
  readonly until: number;
}

/**
 * What people wrote lately, for logs of edits and deletions. In memory alone: what members wrote is in no table, and is
 * gone when the bot stops.
 */
export class MessageMemory {
  /** Oldest first. */
  readonly #messages = new Map<Snowflake, RememberedMessage>();
  #characters = 0;

  remember(messageId: Snowflake, message: RememberedMessage): void {
    this.forget(messageId);
    this.#messages.set(messageId, message);
    this.#characters += message.content?.length ?? 0;
    while (this.#messages.size > MOST_MESSAGES || this.#characters > MOST_CHARACTERS) this.#forgetOldest();
  }

  /** The message, if its time is not over. */
  recall(messageId: Snowflake): RememberedMessage | undefined {
    const found = this.#messages.get(messageId);
    if (found && found.until > Date.now()) return found;
    this.forget(messageId);
    return undefined;
  }

  forget(messageId: Snowflake): void {
    this.#characters -= this.#messages.get(messageId)?.content?.length ?? 0;
    this.#messages.delete(messageId);
  }

  /** Forgets everything whose time is over. */
  prune(): void {
    const now = Date.now();
    for (const [messageId, { until }] of this.#messages) if (until <= now) this.forget(messageId);
  }

  #forgetOldest(): void {
    for (const messageId of this.#messages.keys()) {
      this.forget(messageId);
      return;
    }
  }
}
