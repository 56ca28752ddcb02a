import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { RESTPostAPIChannelInviteJSONBody } from 'discord-api-types/v10';
import { editChannel } from '../actions/channels.ts';
import type { ChannelInput } from '../actions/channels.ts';
import { deleteChannel } from '../actions/delete-channel.ts';
import { refuseBadTags } from '../actions/forum-tags.ts';
import { createInvite, invitesOf, renderInvite } from '../actions/invites.ts';
import { overwriteOf, setOverwrite } from '../actions/overwrites.ts';
import type { OverwriteInput } from '../actions/overwrites.ts';
import { editThread } from '../actions/threads.ts';
import type { ThreadInput } from '../actions/threads.ts';
import { noteTyping } from '../actions/typing.ts';
import { renderChannel } from '../state/render-channel.ts';
import { permissionsIn } from '../state/standing.ts';
import { unknown } from '../state/unknown.ts';
import { guildChannel, missingPermissions, requireIn, visibleChannel } from '../state/access.ts';
import type { RestRequest } from './rest-request.ts';
import { Reply } from './route.ts';
import type { Route } from './route.ts';

const CHANNEL = '/channels/{channel_id}';
const OVERWRITE = `${CHANNEL}/permissions/{overwrite_id}`;

/** Channels and threads themselves; what is in them has tables of its own. */
export const channelRoutes: readonly Route[] = [
  { method: 'GET', template: CHANNEL, handle: get },
  { method: 'PATCH', template: CHANNEL, handle: edit },
  { method: 'DELETE', template: CHANNEL, handle: remove },
  { method: 'POST', template: `${CHANNEL}/typing`, handle: type },
  { method: 'PUT', template: OVERWRITE, handle: putOverwrite },
  { method: 'DELETE', template: OVERWRITE, handle: deleteOverwrite },
  { method: 'GET', template: `${CHANNEL}/invites`, handle: listInvites },
  { method: 'POST', template: `${CHANNEL}/invites`, handle: invite },
];

function get(request: RestRequest): object {
  return renderChannel(request.world, visibleChannel(request.world, request.param('channel_id')));
}

function edit(request: RestRequest): object {
  const { world } = request;
  const { channel, guild } = guildChannel(world, request.param('channel_id'));
  if (channel.thread) {
    const input = request.json<ThreadInput>();
    const onlyReopens = Object.keys(input).every((key) => key === 'archived') && input.archived === false;
    const isOwn = channel.thread.ownerId === world.botId && input.locked === undefined;
    if (!isOwn && !onlyReopens) requireIn(world, channel, ['ManageThreads']);
    const forum = world.state.channels.get(channel.parentId ?? '');
    if (forum && input.applied_tags) {
      refuseBadTags(world, forum, { tagIds: input.applied_tags, userId: world.botId });
    }
    editThread(world, guild, request.actor, { channel, input });
  } else {
    const input = request.json<ChannelInput>();
    requireIn(world, channel, ['ManageChannels']);
    if (input.permission_overwrites) requireIn(world, channel, ['ManageRoles']);
    editChannel(world, guild, request.actor, { channel, input });
  }
  return renderChannel(world, channel);
}

function remove(request: RestRequest): object {
  const { world } = request;
  const channel = visibleChannel(world, request.param('channel_id'));
  const rendered = renderChannel(world, channel);
  const guild = world.guildOf(channel);
  if (guild) {
    requireIn(world, channel, [channel.thread ? 'ManageThreads' : 'ManageChannels']);
    deleteChannel(world, guild, request.actor, channel);
  }
  return rendered;
}

function type(request: RestRequest): void {
  const channel = visibleChannel(request.world, request.param('channel_id'));
  requireIn(request.world, channel, [channel.thread ? 'SendMessagesInThreads' : 'SendMessages']);
  noteTyping(request.world, channel, request.world.botId);
}

function putOverwrite(request: RestRequest): void {
  const { world } = request;
  const { channel, guild } = guildChannel(world, request.param('channel_id'));
  requireIn(world, channel, ['ManageRoles']);
  const id = request.param('overwrite_id');
  const overwrite = overwriteOf({ ...request.json<OverwriteInput>(), id });
  if (overwrite.type === 0 && !guild.roles.has(id)) throw unknown('role');
  const own = permissionsIn(world, channel, world.botId);
  const isAdministrator = (own & PermissionFlagsBits.Administrator) !== 0n;
  if (!isAdministrator && ((overwrite.allow | overwrite.deny) & ~own) !== 0n) throw missingPermissions();
  setOverwrite(world, guild, request.actor, { channel, id, overwrite });
}

function deleteOverwrite(request: RestRequest): void {
  const { world } = request;
  const { channel, guild } = guildChannel(world, request.param('channel_id'));
  requireIn(world, channel, ['ManageRoles']);
  const id = request.param('overwrite_id');
  if (!channel.overwrites.has(id)) throw unknown('overwrite');
  setOverwrite(world, guild, request.actor, { channel, id, overwrite: undefined });
}

function listInvites(request: RestRequest): object[] {
  const { channel, guild } = guildChannel(request.world, request.param('channel_id'));
  requireIn(request.world, channel, ['ManageChannels']);
  return invitesOf(guild)
    .filter((record) => record.channelId === channel.id)
    .map((record) => renderInvite(request.world, guild, record));
}

function invite(request: RestRequest): Reply {
  const { world } = request;
  const { channel, guild } = guildChannel(world, request.param('channel_id'));
  requireIn(world, channel, ['CreateInstantInvite']);
  const body = request.json<RESTPostAPIChannelInviteJSONBody>();
  const record = createInvite(world, guild, request.actor, { channelId: channel.id, body });
  return new Reply(200, renderInvite(world, guild, record));
}
