import { PermissionFlagsBits as Flag } from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import type { ChannelRecord } from '../state/channel.ts';
import { permissionsIn } from '../state/standing.ts';
import type { World } from '../state/world.ts';

const UNAFFECTED = Flag.ManageMessages | Flag.ManageChannels | Flag.BypassSlowmode;

/** Notes that somebody writes in a channel. @throws DiscordError 20016 while its slow mode holds them back */
export function passSlowMode(world: World, channel: ChannelRecord, userId: string): void {
  const seconds = channel.properties['rate_limit_per_user'];
  if (typeof seconds !== 'number' || seconds === 0) return;
  if ((permissionsIn(world, channel, userId) & UNAFFECTED) !== 0n) return;
  const key = `${channel.id}:${userId}`;
  const opensAt = (world.lastWrites.get(key) ?? 0) + seconds * 1_000;
  if (Date.now() < opensAt) {
    throw new DiscordError(429, 20_016, 'This action cannot be performed due to slowmode rate limit');
  }
  world.lastWrites.set(key, Date.now());
}
