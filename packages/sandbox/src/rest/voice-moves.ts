import { isVoiceChannel } from '../actions/voice.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { guildChannel, requireIn, requireOf } from '../state/access.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { RestRequest } from './rest-request.ts';

/** @throws DiscordError 40032 for somebody who is not in voice: only there can they be moved, muted or deafened */
export function requireInVoice(guild: GuildRecord, userId: string): void {
  if (guild.voiceStates?.has(userId)) return;
  throw new DiscordError(400, 40_032, 'Target user is not connected to voice.');
}

/** Moving takes the permission where they are and where they go; null as destination disconnects. @throws DiscordError 50013 or 50024 */
export function requireMayMove(
  { world }: RestRequest,
  guild: GuildRecord,
  userId: string,
  destinationId: string | null,
): void {
  requireOf(guild, world.botId, 'MoveMembers');
  const state = guild.voiceStates?.get(userId);
  if (state) requireIn(world, world.channel(state.channelId), ['MoveMembers']);
  if (destinationId === null) return;
  const { channel } = guildChannel(world, destinationId);
  if (!isVoiceChannel(channel) || channel.guildId !== guild.id) {
    throw new DiscordError(400, 50_024, 'Cannot execute action on this channel type');
  }
  requireIn(world, channel, ['Connect', 'MoveMembers']);
}
