import type {
  RESTPatchAPIGuildVoiceStateCurrentMemberJSONBody,
  RESTPatchAPIGuildVoiceStateUserJSONBody,
} from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import { announceVoice } from '../actions/voice.ts';
import { requireIn } from '../state/access.ts';
import type { GuildRecord } from '../state/guild.ts';
import { unknown } from '../state/unknown.ts';
import { renderVoiceEvent } from '../state/render-voice-state.ts';
import type { VoiceStateRecord } from '../state/voice-state.ts';
import { DiscordError } from '../rules/discord-error.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const STATES = '/guilds/{guild_id}/voice-states';
const STATE = `${STATES}/{user_id}`;
const OWN = `${STATES}/@me`;

/** Who is where in voice. Source: Discord's documentation, "Voice Resource". */
export const voiceStateRoutes: readonly Route[] = [
  { method: 'GET', template: OWN, handle: get },
  { method: 'PATCH', template: OWN, handle: edit },
  { method: 'GET', template: STATE, handle: get },
  { method: 'PATCH', template: STATE, handle: edit },
  { method: 'GET', template: '/voice/regions', handle: () => [] },
];

function get(request: RestRequest): object {
  const { guild, state } = target(request);
  return renderVoiceEvent(request.world, guild, state, false);
}

/** Only a stage knows who may speak. */
function edit(request: RestRequest): void {
  const { world } = request;
  const { guild, state } = target(request);
  const channel = world.channel(state.channelId);
  if (channel.type !== ChannelType.GuildStageVoice) {
    throw new DiscordError(400, 50_024, 'Cannot execute action on this channel type');
  }
  const body = request.json<
    RESTPatchAPIGuildVoiceStateCurrentMemberJSONBody & RESTPatchAPIGuildVoiceStateUserJSONBody
  >();
  const isOwn = state.userId === world.botId;
  if (!isOwn || body.suppress === false) requireIn(world, channel, ['MuteMembers']);
  if (isOwn && body.request_to_speak_timestamp) requireIn(world, channel, ['RequestToSpeak']);
  if (typeof body.suppress === 'boolean') state.suppress = body.suppress;
  if (body.request_to_speak_timestamp !== undefined) state.requestToSpeakAt = body.request_to_speak_timestamp;
  announceVoice(world, guild, state);
}

function target(request: RestRequest): { guild: GuildRecord; state: VoiceStateRecord } {
  const guild = request.world.guild(request.param('guild_id'));
  const state = guild.voiceStates?.get(request.param('user_id', request.world.botId));
  if (!state) throw unknown('voice state');
  return { guild, state };
}
