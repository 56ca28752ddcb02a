import { ChannelType, PermissionFlagsBits as Flag } from 'discord-api-types/v10';

/** What the calculators read of a role. */
export interface RoleStanding {
  readonly id: string;
  readonly permissions: bigint;
  readonly position: number;
}

/** What the calculators read of a guild. The role whose id is the guild's id is `@everyone`. */
export interface GuildStanding {
  readonly id: string;
  readonly ownerId: string;
  readonly roles: ReadonlyMap<string, RoleStanding>;
}

/** What the calculators read of a member. */
export interface MemberStanding {
  readonly userId: string;
  /** Without `@everyone`, which every member has. */
  readonly roleIds: Iterable<string>;
  /** End of the member's timeout in milliseconds since 1970. */
  readonly timeoutUntil?: number | undefined;
}

/** Allowances and denials of a channel for one role (`type` 0) or one member (`type` 1). */
export interface Overwrite {
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

/** What the calculators read of a channel. A thread is handed in with the overwrites of its parent. */
export interface ChannelStanding {
  readonly type: number;
  readonly overwrites: Iterable<Overwrite>;
}

const ALL_PERMISSIONS = Object.values(Flag).reduce((all, flag) => all | flag, 0n);
const KEPT_DURING_TIMEOUT = Flag.ViewChannel | Flag.ReadMessageHistory;
const NEEDS_SEND_MESSAGES = Flag.MentionEveryone | Flag.SendTTSMessages | Flag.AttachFiles | Flag.EmbedLinks;
const NEEDS_CONNECT =
  Flag.Speak |
  Flag.Stream |
  Flag.UseVAD |
  Flag.PrioritySpeaker |
  Flag.MuteMembers |
  Flag.DeafenMembers |
  Flag.MoveMembers |
  Flag.UseSoundboard |
  Flag.UseExternalSounds |
  Flag.ManageChannels;
const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);
const VOICES: ReadonlySet<number> = new Set([ChannelType.GuildVoice, ChannelType.GuildStageVoice]);

/**
 * The permissions that a member has in the guild, before any channel changes them.
 *
 * @param now The moment at which a timeout counts, in milliseconds since 1970.
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function basePermissions(guild: GuildStanding, member: MemberStanding, now = Date.now()): bigint {
  const granted = grantedByRoles(guild, member);
  return granted === ALL_PERMISSIONS ? granted : duringTimeout(granted, member, now);
}

/**
 * The permissions that a member has in one channel, implicit denials included.
 *
 * @param now The moment at which a timeout counts, in milliseconds since 1970.
 * @see https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function channelPermissions(
  guild: GuildStanding,
  member: MemberStanding,
  channel: ChannelStanding,
  now = Date.now(),
): bigint {
  const base = grantedByRoles(guild, member);
  if (base === ALL_PERMISSIONS) return base;
  const overwritten = applyOverwrites(base, guild, member, channel.overwrites);
  return withoutImplied(duringTimeout(overwritten, member, now), channel.type);
}

/** The member's role that stands highest; of two on one position the older one does. */
export function highestRole(guild: GuildStanding, member: MemberStanding): RoleStanding | undefined {
  let highest = guild.roles.get(guild.id);
  for (const id of member.roleIds) {
    const role = guild.roles.get(id);
    if (role && (!highest || compareRoles(role, highest) > 0)) highest = role;
  }
  return highest;
}

/**
 * Whether the hierarchy lets one member kick, ban, time out or rename another. The permission itself is another question.
 *
 * @see https://docs.discord.com/developers/topics/permissions#permission-hierarchy
 */
export function canActOn(guild: GuildStanding, actor: MemberStanding, target: MemberStanding): boolean {
  if (target.userId === guild.ownerId) return false;
  if (actor.userId === guild.ownerId) return true;
  const [own, other] = [highestRole(guild, actor), highestRole(guild, target)];
  return own !== undefined && other !== undefined && compareRoles(own, other) > 0;
}

/** Whether the hierarchy lets a member edit, delete, give or take a role. */
export function canManageRole(guild: GuildStanding, actor: MemberStanding, role: RoleStanding): boolean {
  if (actor.userId === guild.ownerId) return true;
  const own = highestRole(guild, actor);
  return own !== undefined && compareRoles(own, role) > 0;
}

function grantedByRoles(guild: GuildStanding, member: MemberStanding): bigint {
  if (member.userId === guild.ownerId) return ALL_PERMISSIONS;
  let granted = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roleIds) granted |= guild.roles.get(id)?.permissions ?? 0n;
  return (granted & Flag.Administrator) === 0n ? granted : ALL_PERMISSIONS;
}

function applyOverwrites(
  base: bigint,
  guild: GuildStanding,
  member: MemberStanding,
  overwrites: Iterable<Overwrite>,
): bigint {
  const roleIds = new Set(member.roleIds);
  const roles = { allow: 0n, deny: 0n };
  let everyone: Overwrite | undefined;
  let own: Overwrite | undefined;
  for (const overwrite of overwrites) {
    if (overwrite.type === 1) {
      if (overwrite.id === member.userId) own = overwrite;
    } else if (overwrite.id === guild.id) {
      everyone = overwrite;
    } else if (roleIds.has(overwrite.id)) {
      roles.allow |= overwrite.allow;
      roles.deny |= overwrite.deny;
    }
  }
  let permissions = base;
  for (const step of [everyone, roles, own]) {
    if (step) permissions = (permissions & ~step.deny) | step.allow;
  }
  return permissions;
}

function duringTimeout(permissions: bigint, member: MemberStanding, now: number): bigint {
  const isTimedOut = member.timeoutUntil !== undefined && member.timeoutUntil > now;
  return isTimedOut ? permissions & KEPT_DURING_TIMEOUT : permissions;
}

function withoutImplied(permissions: bigint, channelType: number): bigint {
  if ((permissions & Flag.ViewChannel) === 0n) return 0n;
  const send = THREADS.has(channelType) ? Flag.SendMessagesInThreads : Flag.SendMessages;
  let rest = permissions;
  if ((rest & send) === 0n) rest &= ~NEEDS_SEND_MESSAGES;
  if (VOICES.has(channelType) && (rest & Flag.Connect) === 0n) rest &= ~NEEDS_CONNECT;
  return rest;
}

/** Above zero when the first stands higher. */
function compareRoles(first: RoleStanding, second: RoleStanding): number {
  if (first.position !== second.position) return first.position - second.position;
  if (first.id === second.id) return 0;
  return BigInt(first.id) < BigInt(second.id) ? 1 : -1;
}
