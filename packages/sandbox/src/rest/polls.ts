import { endPoll } from '../actions/polls.ts';
import { DiscordError } from '../rules/discord-error.ts';
import { requireIn, visibleChannel } from '../state/access.ts';
import { renderMessage } from '../state/render-message.ts';
import { compareSnowflakes } from '../state/snowflake.ts';
import type { RestRequest } from './rest-request.ts';
import type { Route } from './route.ts';

const POLL = '/channels/{channel_id}/polls/{message_id}';

/** Polls of messages: who voted, and ending them early. Source: Discord's documentation, "Poll Resource". */
export const pollRoutes: readonly Route[] = [
  { method: 'GET', template: `${POLL}/answers/{answer_id}`, handle: listVoters },
  { method: 'POST', template: `${POLL}/expire`, handle: expire },
];

function listVoters(request: RestRequest): object {
  const { world } = request;
  const { channel, record } = target(request);
  requireIn(world, channel, ['ReadMessageHistory']);
  const after = request.query['after'] ?? '0';
  const users = [...(record.poll?.votes.get(Number(request.param('answer_id'))) ?? [])]
    .toSorted(compareSnowflakes)
    .filter((id) => compareSnowflakes(id, after) > 0)
    .slice(0, request.limit(25, 100))
    .map((id) => world.user(id));
  return { users };
}

function expire(request: RestRequest): object {
  const { world } = request;
  const { channel, record } = target(request);
  if (!record.poll) throw new DiscordError(400, 520_006, 'Cannot expire a non-poll message');
  if (record.message.author.id !== world.botId) {
    throw new DiscordError(403, 50_005, 'Cannot edit a message authored by another user');
  }
  if (record.poll.isOver) throw new DiscordError(400, 520_001, 'Poll expired');
  endPoll(world, channel, record);
  return renderMessage(world, record);
}

function target(request: RestRequest) {
  const channel = visibleChannel(request.world, request.param('channel_id'));
  return { channel, record: request.world.message(channel.id, request.param('message_id')) };
}
