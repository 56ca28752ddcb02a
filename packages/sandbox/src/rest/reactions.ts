import { addReaction, clearReactions, reactionOf, removeReaction } from '../actions/reactions.ts';
import { compareSnowflakes } from '../state/snowflake.ts';
import { requireIn, visibleChannel } from '../state/access.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const REACTIONS = '/channels/{channel_id}/messages/{message_id}/reactions';
const OF_EMOJI = `${REACTIONS}/{emoji_name}`;

/** Reactions to messages. */
export const reactionRoutes: readonly Route[] = [
  { method: 'PUT', template: `${OF_EMOJI}/@me`, handle: addOwn },
  { method: 'DELETE', template: `${OF_EMOJI}/@me`, handle: removeOwn },
  { method: 'DELETE', template: `${OF_EMOJI}/{user_id}`, handle: removeOthers },
  { method: 'GET', template: OF_EMOJI, handle: list },
  { method: 'DELETE', template: OF_EMOJI, handle: clearEmoji },
  { method: 'DELETE', template: REACTIONS, handle: clearAll },
];

function addOwn(request: RestRequest): void {
  const { channel, record } = target(request);
  const emoji = request.param('emoji_name');
  requireIn(request.world, channel, ['ReadMessageHistory']);
  if (!reactionOf(record, emoji)) requireIn(request.world, channel, ['AddReactions']);
  addReaction(request.world, { channel, record, emoji, userId: request.world.botId });
}

function removeOwn(request: RestRequest): void {
  remove(request, request.world.botId);
}

function removeOthers(request: RestRequest): void {
  const userId = request.param('user_id');
  const { channel } = target(request);
  if (userId !== request.world.botId) requireIn(request.world, channel, ['ManageMessages']);
  remove(request, userId);
}

function remove(request: RestRequest, userId: string): void {
  removeReaction(request.world, { ...target(request), emoji: request.param('emoji_name'), userId });
}

function list(request: RestRequest): object[] {
  const { channel, record } = target(request);
  requireIn(request.world, channel, ['ReadMessageHistory']);
  const after = request.query['after'] ?? '0';
  return [...(reactionOf(record, request.param('emoji_name'))?.userIds ?? [])]
    .toSorted(compareSnowflakes)
    .filter((id) => compareSnowflakes(id, after) > 0)
    .slice(0, request.limit(25, 100))
    .map((id) => request.world.user(id));
}

function clearEmoji(request: RestRequest): void {
  const { channel, record } = target(request);
  requireIn(request.world, channel, ['ManageMessages']);
  clearReactions(request.world, { channel, record, emoji: request.param('emoji_name') });
}

function clearAll(request: RestRequest): void {
  const { channel, record } = target(request);
  requireIn(request.world, channel, ['ManageMessages']);
  clearReactions(request.world, { channel, record });
}

function target(request: RestRequest) {
  const channel = visibleChannel(request.world, request.param('channel_id'));
  return { channel, record: request.world.message(channel.id, request.param('message_id')) };
}
