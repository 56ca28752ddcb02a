import type { APIEmoji } from 'discord-api-types/v10';
import { makeEmoji } from '../actions/emojis.ts';
import type { EmojiInput } from '../actions/emojis.ts';
import { unknown } from '../state/unknown.ts';
import type { RestRequest } from './rest-request.ts';
import { Reply } from './route.ts';
import type { Route } from './route.ts';

const EMOJIS = '/applications/{application_id}/emojis';
const EMOJI = `${EMOJIS}/{emoji_id}`;

/** Emojis that belong to the application and can be used everywhere. */
export const applicationEmojiRoutes: readonly Route[] = [
  { method: 'GET', template: EMOJIS, handle: (request) => ({ items: [...emojisOf(request).values()] }) },
  { method: 'POST', template: EMOJIS, handle: create },
  { method: 'GET', template: EMOJI, handle: (request) => emojiOf(request) },
  { method: 'PATCH', template: EMOJI, handle: edit },
  {
    method: 'DELETE',
    template: EMOJI,
    handle: (request) => void emojisOf(request).delete(emojiOf(request).id ?? ''),
  },
];

function create(request: RestRequest): Reply {
  const emoji = makeEmoji(request.world, request.json<EmojiInput>());
  emojisOf(request).set(emoji.id ?? '', emoji);
  return new Reply(201, emoji);
}

function edit(request: RestRequest): APIEmoji {
  const { name } = request.json<{ name?: string }>();
  const emoji = { ...emojiOf(request), ...(name !== undefined && { name }) };
  emojisOf(request).set(emoji.id ?? '', emoji);
  return emoji;
}

function emojiOf(request: RestRequest): APIEmoji {
  const emoji = emojisOf(request).get(request.param('emoji_id'));
  if (!emoji) throw unknown('emoji');
  return emoji;
}

function emojisOf({ world }: RestRequest): Map<string, APIEmoji> {
  return (world.state.applicationEmojis ??= new Map());
}
