import { ChannelType } from 'discord-api-types/v10';
import type * as z from 'zod/mini';
import { asNumber, asObject } from './json.ts';
import { CALLBACK_SCHEMAS, CHANNEL_UPDATE, REQUEST_SCHEMAS, THREAD_CREATE } from './request-schemas.ts';
import { routeKey } from './route-key.ts';
import type { RequestToValidate } from './request.ts';

type Choose = (
  body: Readonly<Record<string, unknown>>,
  channelType: number | undefined,
) => z.ZodMiniType | undefined;

const THREAD_ONLY = ['archived', 'locked', 'invitable', 'auto_archive_duration', 'applied_tags'];
const THREADS: ReadonlySet<number | undefined> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

const SCHEMAS = new Map(Object.entries(REQUEST_SCHEMAS).map(([route, schema]) => [key(route), schema]));

const CHOICES = new Map<string, Choose>([
  [
    key('POST /interactions/{interaction_id}/{interaction_token}/callback'),
    (body) => CALLBACK_SCHEMAS.get(asNumber(body['type']) ?? 0),
  ],
  [
    key('PATCH /channels/{channel_id}'),
    (body, type) => {
      const isThread = type === undefined ? THREAD_ONLY.some((name) => name in body) : THREADS.has(type);
      return isThread ? CHANNEL_UPDATE.thread : CHANNEL_UPDATE.guild;
    },
  ],
  [
    key('POST /channels/{channel_id}/threads'),
    (body) => ('message' in body ? THREAD_CREATE.forum : THREAD_CREATE.text),
  ],
]);

/** The schema of a request's body, `undefined` where the description has none. */
export function findSchema({
  method,
  template,
  body,
  channelType,
}: RequestToValidate): z.ZodMiniType | undefined {
  const route = routeKey(method, template);
  return SCHEMAS.get(route) ?? CHOICES.get(route)?.(asObject(body), channelType);
}

function key(route: string): string {
  const [method = '', template = ''] = route.split(' ');
  return routeKey(method, template);
}
