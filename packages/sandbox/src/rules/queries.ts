import type { Problem } from './discord-error.ts';
import { asNumber } from './json.ts';
import { tooLarge, tooSmall } from './problem.ts';
import type { RequestToValidate } from './request.ts';
import { routeKey } from './route-key.ts';

interface Range {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
}

const RANGES = new Map<string, Range>(
  [
    { template: '/channels/{}/messages', name: 'limit', minimum: 1, maximum: 100 },
    { template: '/channels/{}/messages/pins', name: 'limit', minimum: 1, maximum: 50 },
    { template: '/channels/{}/messages/{}/reactions/{}', name: 'limit', minimum: 1, maximum: 100 },
    { template: '/channels/{}/polls/{}/answers/{}', name: 'limit', minimum: 1, maximum: 100 },
    { template: '/channels/{}/thread-members', name: 'limit', minimum: 1, maximum: 100 },
    { template: '/guilds/{}/audit-logs', name: 'limit', minimum: 1, maximum: 100 },
    { template: '/guilds/{}/bans', name: 'limit', minimum: 1, maximum: 1_000 },
    { template: '/guilds/{}/members', name: 'limit', minimum: 1, maximum: 1_000 },
    { template: '/guilds/{}/members/search', name: 'limit', minimum: 1, maximum: 1_000 },
    { template: '/guilds/{}/prune', name: 'days', minimum: 1, maximum: 30 },
    { template: '/users/@me/guilds', name: 'limit', minimum: 1, maximum: 200 },
  ].map(({ template, ...range }) => [routeKey('GET', template), range]),
);

/** Numbers of the query that Discord bounds. */
export function* queryProblems({ method, template, query }: RequestToValidate): Generator<Problem> {
  const range = RANGES.get(routeKey(method, template));
  const given = range && asNumber(query[range.name]);
  if (!range || given === undefined) return;
  if (given > range.maximum) yield tooLarge([range.name], range.maximum);
  if (given < range.minimum) yield tooSmall([range.name], range.minimum);
}
