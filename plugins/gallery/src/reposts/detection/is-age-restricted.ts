import type { GuildBasedChannel } from 'discord.js';

/** Whether a channel is age-restricted; a thread is what its parent is. */
export function isAgeRestricted(channel: GuildBasedChannel): boolean {
  if (channel.isThread()) return channel.parent?.nsfw ?? false;
  return 'nsfw' in channel && channel.nsfw;
}
