import { randomBytes } from 'node:crypto';
import { ChannelType } from 'discord-api-types/v10';
import type { ChannelRecord } from '../state/channel.ts';
import type { GuildRecord } from '../state/guild.ts';
import { renderVoiceEvent } from '../state/render-voice-state.ts';
import type { VoiceStateRecord } from '../state/voice-state.ts';
import type { World } from '../state/world.ts';

const VOICE_TYPES: ReadonlySet<ChannelType> = new Set([ChannelType.GuildVoice, ChannelType.GuildStageVoice]);

/** What somebody switches on or off for themselves. */
export interface VoiceFlags {
  readonly selfMute?: boolean;
  readonly selfDeaf?: boolean;
  readonly selfVideo?: boolean;
  readonly selfStream?: boolean;
}

/** Tells whether people can talk in a channel. */
export function isVoiceChannel(channel: ChannelRecord): boolean {
  return VOICE_TYPES.has(channel.type);
}

/** Brings somebody into a voice channel, from another one or from none. */
export function enterVoice(
  world: World,
  guild: GuildRecord,
  options: { userId: string; channel: ChannelRecord; flags?: VoiceFlags },
): VoiceStateRecord {
  const { userId, channel, flags = {} } = options;
  const isStage = channel.type === ChannelType.GuildStageVoice;
  const before = guild.voiceStates?.get(userId);
  const state: VoiceStateRecord = {
    userId,
    sessionId: before?.sessionId ?? randomBytes(16).toString('hex'),
    channelId: channel.id,
    selfMute: flags.selfMute ?? before?.selfMute ?? false,
    selfDeaf: flags.selfDeaf ?? before?.selfDeaf ?? false,
    selfVideo: flags.selfVideo ?? before?.selfVideo ?? false,
    selfStream: flags.selfStream ?? before?.selfStream ?? false,
    suppress: before?.channelId === channel.id ? before.suppress : isStage,
    requestToSpeakAt: before?.channelId === channel.id ? before.requestToSpeakAt : null,
  };
  (guild.voiceStates ??= new Map()).set(userId, state);
  announceVoice(world, guild, state);
  return state;
}

/** Takes somebody out of voice, if they are in it. */
export function leaveVoice(world: World, guild: GuildRecord, userId: string): void {
  const state = guild.voiceStates?.get(userId);
  if (!state) return;
  guild.voiceStates?.delete(userId);
  world.emit('VOICE_STATE_UPDATE', () => renderVoiceEvent(world, guild, state, true), guild.id);
}

/** Empties a voice channel, as its deletion does. */
export function emptyVoiceChannel(world: World, guild: GuildRecord, channelId: string): void {
  for (const state of guild.voiceStates?.values() ?? []) {
    if (state.channelId === channelId) leaveVoice(world, guild, state.userId);
  }
}

/** Tells the bot of somebody's voice state, if they are in voice. */
export function announceVoice(world: World, guild: GuildRecord, state: VoiceStateRecord | undefined): void {
  if (!state) return;
  world.emit('VOICE_STATE_UPDATE', () => renderVoiceEvent(world, guild, state, false), guild.id);
}
