import type { GuildRecord } from './guild.ts';
import { renderMember } from './member.ts';
import type { VoiceStateRecord } from './voice-state.ts';
import type { World } from './world.ts';

/** Renders a voice state without its member, as GUILD_CREATE and REST carry it. */
export function renderVoiceState(guild: GuildRecord, state: VoiceStateRecord): Record<string, unknown> {
  const member = guild.members.get(state.userId);
  return {
    user_id: state.userId,
    channel_id: state.channelId,
    session_id: state.sessionId,
    mute: member?.mute ?? false,
    deaf: member?.deaf ?? false,
    self_mute: state.selfMute,
    self_deaf: state.selfDeaf,
    self_video: state.selfVideo,
    self_stream: state.selfStream,
    suppress: state.suppress,
    request_to_speak_timestamp: state.requestToSpeakAt,
  };
}

/** Renders a voice state as VOICE_STATE_UPDATE carries it; somebody who left is in no channel. */
export function renderVoiceEvent(
  world: World,
  guild: GuildRecord,
  state: VoiceStateRecord,
  isGone: boolean,
): Record<string, unknown> {
  const member = guild.members.get(state.userId);
  return {
    ...renderVoiceState(guild, state),
    guild_id: guild.id,
    ...(isGone && { channel_id: null }),
    ...(member && { member: renderMember(member, world.user(state.userId)) }),
  };
}
