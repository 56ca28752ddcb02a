import type { APIEmbed, Guild, Snowflake } from 'discord.js';
import type { LogKind } from './log-kind.ts';

/** Whom and what an event is about: where a server ignores one of them, it is not logged. */
export interface LogSubject {
  readonly channelId?: Snowflake | undefined;
  readonly userId?: Snowflake | undefined;
  readonly roleIds?: readonly Snowflake[] | undefined;
}

/** Something to post in the channel that a server has for its kind. */
export interface LogEntry {
  readonly kind: LogKind;
  readonly guild: Guild;
  /** At most 6,000 characters in all (Resources › Message › Embed Limits). */
  readonly embed: APIEmbed;
  /** Absent: the server cannot ignore it. */
  readonly subject?: LogSubject;
}
