import type { Interaction, Message, Snowflake } from 'discord.js';

/** The ways in which work reaches a plugin. Every one passes the gate. */
export type EntryKind =
  | 'chat-input'
  | 'context-menu'
  | 'message-command'
  | 'autocomplete'
  | 'component'
  | 'modal'
  | 'precondition'
  | 'listener'
  | 'job'
  | 'route'
  | 'timer'
  | 'reversal';

/** One run of something that a plugin contributed. */
export interface EntryPoint {
  /** The plugin's id. */
  readonly plugin: string;
  readonly kind: EntryKind;
  /** The piece's, job's or route's name, for logs and telemetry. */
  readonly name: string;
  readonly guildId?: Snowflake | undefined;
  /** Who caused it, as far as that may be recorded. */
  readonly userId?: Snowflake | undefined;
  /** Who caused it where no record is to say so: whoever records anything takes this id out of it. */
  readonly hiddenUserId?: Snowflake | undefined;
  /** Present where somebody waits for an answer. */
  readonly interaction?: Interaction | undefined;
  /** The message that asked for it, where a prefix command did. */
  readonly message?: Message | undefined;
}
