import type { Snowflake } from 'discord.js';

/** What is known of a secret besides the secret itself. */
export interface CredentialEntry {
  readonly service: string;
  /** When it was entered or replaced. */
  readonly enteredAt: Date;
  /** Who entered it; absent once they had their data erased. */
  readonly enteredBy: Snowflake | undefined;
}

export interface NewCredential {
  readonly guildId: Snowflake;
  /** Lower-case words joined by hyphens, such as `openai`, at most 50 characters. */
  readonly service: string;
  /** At most 4,000 characters. */
  readonly secret: string;
  /** Who entered it. */
  readonly userId: Snowflake;
}

/** The secrets for outside services that an operator (for the whole bot) or a server owner (for one guild) entered. */
export interface Credentials {
  /**
   * The guild's own secret for a service, else the bot's; `undefined` where nobody entered one. Never log it.
   *
   * @param service lower-case words joined by hyphens, such as `openai`.
   * @throws {ConfigurationError} when the guild has one that cannot be read with the operator's keys.
   */
  get(service: string, guildId?: Snowflake): Promise<string | undefined>;
  /**
   * Stores or replaces a guild's secret, encrypted.
   *
   * @throws {ConfigurationError} when the operator has set no key to encrypt it with.
   * @throws {RangeError} when the service has another shape, or the secret is empty or too long.
   */
  set(credential: NewCredential): Promise<void>;
  /** Removes a guild's secret. @returns whether there was one. */
  remove(service: string, guildId: Snowflake): Promise<boolean>;
  /** The services for which a guild has secrets of its own, by name. */
  list(guildId: Snowflake): Promise<readonly CredentialEntry[]>;
}
