import type { GuildBasedChannel } from 'discord.js';

/**
 * Whether Discord shows a channel to adults alone (Resources › Channel, `nsfw`). A thread is as its channel is; of a
 * channel that is not known nothing is assumed, so it is not.
 */
export function isAgeRestricted(channel: GuildBasedChannel | null): boolean {
  const place = channel?.isThread() ? channel.parent : channel;
  return place !== null && 'nsfw' in place && place.nsfw;
}
