import { GatewayOpcodes as Op, PermissionFlagsBits, PresenceUpdateStatus } from 'discord-api-types/v10';
import type {
  GatewayPresenceUpdateData,
  GatewaySendPayload,
  GatewayVoiceStateUpdateData,
} from 'discord-api-types/v10';
import { setPresence } from '../actions/presence.ts';
import { enterVoice, isVoiceChannel, leaveVoice } from '../actions/voice.ts';
import type { PresenceRecord } from '../state/presence.ts';
import { permissionsIn } from '../state/standing.ts';
import type { World } from '../state/world.ts';
import { sendMembers } from './request-members.ts';
import type { Session } from './session.ts';

/** Answers what a logged-in client asks over the gateway. */
export function answerRequest(world: World, session: Session, payload: GatewaySendPayload): void {
  if (payload.op === Op.RequestGuildMembers) sendMembers(world, session, payload.d);
  else if (payload.op === Op.PresenceUpdate) setPresence(world, world.botId, presenceOf(payload.d));
  else if (payload.op === Op.VoiceStateUpdate) moveBot(world, session, payload.d);
}

/** Reads the presence that a client sets; invisible people look offline to others. */
export function presenceOf({ status, activities }: GatewayPresenceUpdateData): PresenceRecord {
  const isHidden = status === PresenceUpdateStatus.Invisible || status === PresenceUpdateStatus.Offline;
  if (isHidden) return { status: PresenceUpdateStatus.Offline, activities: [] };
  const createdAt = Date.now();
  return {
    status,
    activities: activities.map((activity, index) => ({
      ...activity,
      id: String(index),
      created_at: createdAt,
    })),
  };
}

/** Lets the bot enter or leave voice; a request that it lacks the permission for is ignored, as Discord does. */
function moveBot(world: World, session: Session, data: GatewayVoiceStateUpdateData): void {
  const guild = world.state.guilds.get(data.guild_id);
  if (!guild?.members.has(world.botId)) return;
  if (data.channel_id === null) return leaveVoice(world, guild, world.botId);
  const channel = world.state.channels.get(data.channel_id);
  if (channel?.guildId !== guild.id || !isVoiceChannel(channel)) return;
  if ((permissionsIn(world, channel, world.botId) & PermissionFlagsBits.Connect) === 0n) return;
  const flags = { selfMute: data.self_mute, selfDeaf: data.self_deaf };
  const state = enterVoice(world, guild, { userId: world.botId, channel, flags });
  // There is no voice server: without an endpoint clients wait, as they do while Discord looks for one.
  const server = { token: state.sessionId, guild_id: guild.id, endpoint: null };
  session.dispatch('VOICE_SERVER_UPDATE', JSON.stringify(server));
}
