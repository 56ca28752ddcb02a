import type { APIGuildMember, APIUser } from 'discord-api-types/v10';
import { bitFlags } from './bit-flags.ts';

/** A user in one guild. */
export interface MemberRecord {
  readonly userId: string;
  roleIds: string[];
  readonly joinedAt: string;
  nick?: string;
  /** Unix milliseconds until which the member is timed out. */
  timeoutUntil?: number;
  deaf?: boolean;
  mute?: boolean;
}

/** Renders a member without its user, as messages and interactions carry it. */
export function renderMemberOnly(member: MemberRecord): Omit<APIGuildMember, 'user'> {
  return {
    nick: member.nick ?? null,
    avatar: null,
    banner: null,
    roles: member.roleIds,
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: member.deaf ?? false,
    mute: member.mute ?? false,
    flags: bitFlags(0),
    pending: false,
    communication_disabled_until:
      member.timeoutUntil === undefined ? null : new Date(member.timeoutUntil).toISOString(),
  };
}

/** Renders a member with its user. */
export function renderMember(member: MemberRecord, user: APIUser): APIGuildMember {
  return { user, ...renderMemberOnly(member) };
}
