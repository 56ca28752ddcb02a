import type { ChannelRecord } from '../state/channel.ts';
import type { MessageRecord } from '../state/message.ts';
import { compareSnowflakes } from '../state/snowflake.ts';
import type { RestRequest } from './rest-request.ts';

const DEFAULT_LIMIT = 50;
const MAXIMUM_LIMIT = 100;

/** Selects messages by `before`, `after` or `around`, newest first, as Discord pages them. */
export function pageOfMessages(request: RestRequest, channel: ChannelRecord): MessageRecord[] {
  const limit = request.limit(DEFAULT_LIMIT, MAXIMUM_LIMIT);
  const { before, after, around } = request.query;
  const visible = Array.from(request.world.state.messages.get(channel.id)?.values() ?? [])
    .filter((record) => record.ephemeralFor === undefined)
    .toSorted((left, right) => compareSnowflakes(right.message.id, left.message.id));
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    const newer = visible.filter((record) => compareSnowflakes(record.message.id, around) > 0).slice(-half);
    const rest = visible.filter((record) => compareSnowflakes(record.message.id, around) <= 0);
    return [...newer, ...rest.slice(0, limit - newer.length)];
  }
  if (after !== undefined) {
    return visible.filter((record) => compareSnowflakes(record.message.id, after) > 0).slice(-limit);
  }
  if (before !== undefined) {
    return visible.filter((record) => compareSnowflakes(record.message.id, before) < 0).slice(0, limit);
  }
  return visible.slice(0, limit);
}
