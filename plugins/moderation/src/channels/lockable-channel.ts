import { ChannelType, type GuildBasedChannel } from 'discord.js';

/** The kinds of channel that have overwrites of their own and that people write in. */
export const LOCKABLE_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
] as const;

/** The kinds of channel that have a slow mode. */
export const SLOWABLE_TYPES = [
  ...LOCKABLE_TYPES,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

export type LockableChannel = Extract<GuildBasedChannel, { readonly type: (typeof LOCKABLE_TYPES)[number] }>;
export type SlowableChannel = Extract<GuildBasedChannel, { readonly type: (typeof SLOWABLE_TYPES)[number] }>;

export function isLockable(channel: GuildBasedChannel): channel is LockableChannel {
  return LOCKABLE_TYPES.some((type) => type === channel.type);
}

export function isSlowable(channel: GuildBasedChannel): channel is SlowableChannel {
  return SLOWABLE_TYPES.some((type) => type === channel.type);
}
