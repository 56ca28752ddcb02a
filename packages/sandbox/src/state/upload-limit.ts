import type { ChannelRecord } from './channel.ts';
import type { World } from './world.ts';

const MEBIBYTE = 1_024 * 1_024;

/** Bytes that one file may have, by how far a guild is boosted. Source: Discord's documentation, "Uploading Files". */
const LIMITS: readonly number[] = [10 * MEBIBYTE, 10 * MEBIBYTE, 50 * MEBIBYTE, 100 * MEBIBYTE];

/** The largest file that can be sent anywhere. */
export const LARGEST_UPLOAD = 100 * MEBIBYTE;

/** How many bytes a file may have in a channel; without one, the limit of an unboosted guild holds. */
export function uploadLimitOf(world: World, channel: ChannelRecord | undefined): number {
  const tier = channel && world.guildOf(channel)?.properties['premium_tier'];
  return LIMITS[typeof tier === 'number' ? tier : 0] ?? LARGEST_UPLOAD;
}
