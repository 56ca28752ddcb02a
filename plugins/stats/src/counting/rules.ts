import type { GuildBasedChannel, GuildMember, Snowflake } from 'discord.js';

/** What a guild leaves out, and when its days begin. */
export interface Rules {
  readonly ignoredChannels: readonly Snowflake[];
  readonly ignoredRoles: readonly Snowflake[];
  readonly timeZone: string;
}

/** Whether a channel, its category, or what a thread stands in is left out. */
export function isIgnoredChannel(channel: GuildBasedChannel, { ignoredChannels }: Rules): boolean {
  if (ignoredChannels.length === 0) return false;
  const { id, parentId, parent } = channel;
  return [id, parentId, parent?.parentId].some((place) => place && ignoredChannels.includes(place));
}

/** Whether a member has a role that is left out. Of somebody who is not there nobody knows. */
export function hasIgnoredRole(member: GuildMember | null | undefined, { ignoredRoles }: Rules): boolean {
  return ignoredRoles.length > 0 && (member?.roles.cache.hasAny(...ignoredRoles) ?? false);
}
