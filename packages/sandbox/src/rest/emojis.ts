import type { APIEmoji } from 'discord-api-types/v10';
import { createEmoji, deleteEmoji, editEmoji } from '../actions/emojis.ts';
import type { EmojiInput } from '../actions/emojis.ts';
import { requireExpressionRights } from '../state/access.ts';
import type { GuildRecord } from '../state/guild.ts';
import { unknown } from '../state/unknown.ts';
import type { RestRequest } from './rest-request.ts';
import { Reply } from './route.ts';
import type { Route } from './route.ts';

const EMOJIS = '/guilds/{guild_id}/emojis';
const EMOJI = `${EMOJIS}/{emoji_id}`;

/** Emojis of a guild. Source: Discord's documentation, "Emoji Resource". */
export const emojiRoutes: readonly Route[] = [
  { method: 'GET', template: EMOJIS, handle: (request) => [...guildOf(request).emojis.values()] },
  { method: 'POST', template: EMOJIS, handle: create },
  { method: 'GET', template: EMOJI, handle: (request) => emojiOf(request) },
  { method: 'PATCH', template: EMOJI, handle: edit },
  { method: 'DELETE', template: EMOJI, handle: remove },
];

function create(request: RestRequest): Reply {
  const guild = guildOf(request);
  requireExpressionRights(guild, request.world.botId);
  return new Reply(201, createEmoji(request.world, guild, request.actor, request.json<EmojiInput>()));
}

function edit(request: RestRequest): APIEmoji {
  const guild = guildOf(request);
  const emoji = emojiOf(request);
  requireExpressionRights(guild, request.world.botId, emoji.user?.id);
  const input = request.json<{ name?: string; roles?: string[] | null }>();
  return editEmoji(request.world, guild, request.actor, { emoji, input });
}

function remove(request: RestRequest): void {
  const guild = guildOf(request);
  const emoji = emojiOf(request);
  requireExpressionRights(guild, request.world.botId, emoji.user?.id);
  deleteEmoji(request.world, guild, request.actor, emoji);
}

function emojiOf(request: RestRequest): APIEmoji {
  const emoji = guildOf(request).emojis.get(request.param('emoji_id'));
  if (!emoji) throw unknown('emoji');
  return emoji;
}

function guildOf(request: RestRequest): GuildRecord {
  return request.world.guild(request.param('guild_id'));
}
