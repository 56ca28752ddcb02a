import type { Guild, GuildMember, GuildTextBasedChannel, Message, User } from 'discord.js';

/** A message that rules apply to. */
export interface Incident {
  readonly guild: Guild;
  readonly user: User;
  /** Absent for webhooks and for who left. */
  readonly member: GuildMember | undefined;
  readonly channel: GuildTextBasedChannel | undefined;
  readonly content: string;
  /** Absent where Discord kept it from being posted. */
  readonly message: Message<true> | undefined;
}
