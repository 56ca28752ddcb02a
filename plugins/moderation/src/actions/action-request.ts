import type { Guild, GuildMember, User } from 'discord.js';

/** Who does something to whom, and why. */
export interface ActionRequest {
  readonly guild: Guild;
  /** The person who acts; the bot's own member where it acts by a rule. */
  readonly moderator: GuildMember;
  readonly target: User;
  /** 1 to 1,000 characters. */
  readonly reason?: string | undefined;
  /** The number of the case that this takes back or repeats. */
  readonly follows?: number | undefined;
  /** The number of the warning whose points lead to this. */
  readonly causedBy?: number | undefined;
}

export interface ReasonedRequest extends ActionRequest {
  readonly reason: string;
}

export interface TimedRequest extends ActionRequest {
  /** 1 second to what Discord and the action allow. */
  readonly durationMs: number;
}

export interface BanRequest extends ActionRequest {
  /** Absent: for good. */
  readonly durationMs?: number | undefined;
  /** How far back messages are deleted, 0 (the default) to 604,800. */
  readonly deleteMessageSeconds?: number | undefined;
}
