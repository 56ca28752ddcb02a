import type { GuildBasedChannel, GuildTextBasedChannel } from 'discord.js';

/**
 * Whether what is meant for adults may be shown in a channel. A thread is as its channel is; a channel that is not known,
 * or that cannot be age-restricted, is none.
 */
export function isAgeRestricted(channel: GuildBasedChannel | GuildTextBasedChannel | null): boolean {
  const base = channel?.isThread() ? channel.parent : channel;
  return base !== null && 'nsfw' in base && base.nsfw;
}
