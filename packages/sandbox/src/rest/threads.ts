import { ChannelType } from 'discord-api-types/v10';
import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { refuseBadTags } from '../actions/forum-tags.ts';
import { createMessage } from '../actions/messages.ts';
import { joinThread, leaveThread } from '../actions/threads-activity.ts';
import { createThread } from '../actions/threads.ts';
import type { ThreadInput } from '../actions/threads.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { isThreadOnly } from '../state/channel.ts';
import type { ChannelRecord } from '../state/channel.ts';
import { renderMember } from '../state/member.ts';
import { renderChannel, renderThreadMember } from '../state/render-channel.ts';
import { renderMessage } from '../state/render-message.ts';
import { memberOf } from '../state/standing.ts';
import { unknown } from '../state/unknown.ts';
import { guildChannel, requireIn } from '../state/access.ts';
import type { RestRequest } from './rest-request.ts';
import { Reply } from './route.ts';
import type { Route } from './route.ts';

const CHANNEL = '/channels/{channel_id}';
const MEMBERS = `${CHANNEL}/thread-members`;

/** Threads, forum posts, and who is in them. */
export const threadRoutes: readonly Route[] = [
  { method: 'POST', template: `${CHANNEL}/messages/{message_id}/threads`, handle: createFromMessage },
  { method: 'POST', template: `${CHANNEL}/threads`, handle: create },
  {
    method: 'GET',
    template: `${CHANNEL}/threads/archived/public`,
    handle: (request) => archived(request, false),
  },
  {
    method: 'GET',
    template: `${CHANNEL}/threads/archived/private`,
    handle: (request) => archived(request, true),
  },
  {
    method: 'GET',
    template: `${CHANNEL}/users/@me/threads/archived/private`,
    handle: (request) => archived(request, true),
  },
  { method: 'GET', template: '/guilds/{guild_id}/threads/active', handle: active },
  { method: 'GET', template: MEMBERS, handle: listMembers },
  { method: 'GET', template: `${MEMBERS}/{user_id}`, handle: getMember },
  { method: 'PUT', template: `${MEMBERS}/@me`, handle: (request) => join(request, request.world.botId) },
  {
    method: 'PUT',
    template: `${MEMBERS}/{user_id}`,
    handle: (request) => join(request, request.param('user_id')),
  },
  { method: 'DELETE', template: `${MEMBERS}/@me`, handle: (request) => leave(request, request.world.botId) },
  {
    method: 'DELETE',
    template: `${MEMBERS}/{user_id}`,
    handle: (request) => leave(request, request.param('user_id')),
  },
];

function createFromMessage(request: RestRequest): Reply {
  const { world } = request;
  const { channel: parent, guild } = guildChannel(world, request.param('channel_id'));
  requireIn(world, parent, ['CreatePublicThreads']);
  const starter = world.message(parent.id, request.param('message_id'));
  if (world.state.channels.has(starter.message.id)) {
    throw new DiscordError(400, 160_004, 'A thread has already been created for this message');
  }
  const input = request.json<ThreadInput>();
  return new Reply(
    201,
    shown(request, createThread(world, guild, request.actor, { parent, input, starter })),
  );
}

function create(request: RestRequest): Reply {
  const { world } = request;
  const { channel: parent, guild } = guildChannel(world, request.param('channel_id'));
  const input = request.json<ThreadInput & { message?: RESTPostAPIChannelMessageJSONBody }>();
  if (!isThreadOnly(parent)) {
    const isPrivate = (input.type ?? ChannelType.PrivateThread) === ChannelType.PrivateThread;
    requireIn(world, parent, [isPrivate ? 'CreatePrivateThreads' : 'CreatePublicThreads']);
    return new Reply(201, shown(request, createThread(world, guild, request.actor, { parent, input })));
  }
  requireIn(world, parent, ['SendMessages']);
  refuseBadTags(world, parent, { tagIds: input.applied_tags ?? [], userId: world.botId });
  const channel = createThread(world, guild, request.actor, { parent, input });
  const record = createMessage(world, {
    id: channel.id,
    channel,
    author: world.user(world.botId),
    body: input.message ?? {},
    files: request.files,
  });
  return new Reply(201, { ...shown(request, channel), message: renderMessage(world, record) });
}

function archived(request: RestRequest, isPrivate: boolean): object {
  const { world } = request;
  const { channel: parent, guild } = guildChannel(world, request.param('channel_id'));
  requireIn(world, parent, ['ReadMessageHistory']);
  const limit = request.limit(50, 100);
  const before = request.query['before'];
  const all = world
    .threadsOf(guild)
    .filter((channel) => channel.parentId === parent.id && channel.thread.archived)
    .filter((channel) => (channel.type === ChannelType.PrivateThread) === isPrivate)
    .filter((channel) => before === undefined || channel.thread.archivedAt < before)
    .toSorted((left, right) => right.thread.archivedAt.localeCompare(left.thread.archivedAt));
  const threads = all.slice(0, limit);
  return { ...withOwnMembers(request, threads), has_more: all.length > threads.length };
}

function active(request: RestRequest): object {
  const { world } = request;
  const guild = world.guild(request.param('guild_id'));
  return withOwnMembers(
    request,
    world.threadsOf(guild).filter((channel) => !channel.thread.archived),
  );
}

function withOwnMembers({ world }: RestRequest, threads: readonly ChannelRecord[]): object {
  return {
    threads: threads.map((channel) => renderChannel(world, channel)),
    members: threads.flatMap((channel) => renderThreadMember(channel, world.botId) ?? []),
  };
}

function listMembers(request: RestRequest): object[] {
  const { channel } = thread(request);
  return [...channel.thread.members.keys()].map((userId) => shownMember(request, userId));
}

function getMember(request: RestRequest): object {
  const { channel } = thread(request);
  if (!channel.thread.members.has(request.param('user_id'))) throw unknown('member');
  return shownMember(request, request.param('user_id'));
}

function shownMember(request: RestRequest, userId: string): object {
  const { channel, guild } = thread(request);
  const { world } = request;
  const withMember = request.query['with_member'] === 'true';
  return {
    ...renderThreadMember(channel, userId),
    ...(withMember && { member: renderMember(memberOf(guild, userId), world.user(userId)) }),
  };
}

function join(request: RestRequest, userId: string): void {
  const { channel, guild } = thread(request);
  if (channel.thread.archived) throw new DiscordError(400, 50_083, 'Thread is archived');
  joinThread(request.world, channel, memberOf(guild, userId).userId);
}

function leave(request: RestRequest, userId: string): void {
  const { channel } = thread(request);
  const isOwn = userId === request.world.botId || channel.thread.ownerId === request.world.botId;
  if (!isOwn) requireIn(request.world, channel, ['ManageThreads']);
  leaveThread(request.world, channel, userId);
}

function thread(request: RestRequest) {
  const { channel, guild } = guildChannel(request.world, request.param('channel_id'));
  const { thread: record } = channel;
  if (!record) throw new DiscordError(400, 50_024, 'Cannot execute action on this channel type');
  return { channel: { ...channel, thread: record }, guild };
}

function shown({ world }: RestRequest, channel: ChannelRecord): object {
  const member = renderThreadMember(channel, world.botId);
  return { ...renderChannel(world, channel), ...(member && { member }) };
}
