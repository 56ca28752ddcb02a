import type { GuildTextBasedChannel } from 'discord.js';

/** Whether Discord shows a channel to adults alone; of a thread, its channel decides. */
export function isAgeRestricted(channel: GuildTextBasedChannel): boolean {
  const holder = channel.isThread() ? channel.parent : channel;
  return holder !== null && 'nsfw' in holder && holder.nsfw;
}
