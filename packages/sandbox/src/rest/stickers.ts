import type { APISticker } from 'discord-api-types/v10';
import { createSticker, deleteSticker, editSticker } from '../actions/stickers.ts';
import type { StickerInput } from '../actions/stickers.ts';
import { requireExpressionRights } from '../state/access.ts';
import type { GuildRecord } from '../state/guild.ts';
import { unknown } from '../state/unknown.ts';
import type { RestRequest } from './rest-request.ts';
import { Reply } from './route.ts';
import type { Route } from './route.ts';

const STICKERS = '/guilds/{guild_id}/stickers';
const STICKER = `${STICKERS}/{sticker_id}`;

/** Stickers of a guild. Source: Discord's documentation, "Sticker Resource". */
export const stickerRoutes: readonly Route[] = [
  { method: 'GET', template: STICKERS, handle: (request) => [...guildOf(request).stickers.values()] },
  { method: 'POST', template: STICKERS, handle: create },
  { method: 'GET', template: STICKER, handle: (request) => stickerOf(request) },
  { method: 'PATCH', template: STICKER, handle: edit },
  { method: 'DELETE', template: STICKER, handle: remove },
  { method: 'GET', template: '/stickers/{sticker_id}', handle: getAnywhere },
  { method: 'GET', template: '/sticker-packs', handle: () => ({ sticker_packs: [] }) },
];

function create(request: RestRequest): Reply {
  const guild = guildOf(request);
  requireExpressionRights(guild, request.world.botId);
  const input = request.json<StickerInput>();
  const options = { input, file: request.files.find(({ field }) => field === 'file') };
  return new Reply(201, createSticker(request.world, guild, request.actor, options));
}

function edit(request: RestRequest): APISticker {
  const guild = guildOf(request);
  const sticker = stickerOf(request);
  requireExpressionRights(guild, request.world.botId, sticker.user?.id);
  const { name, description, tags } = request.json<StickerInput>();
  const input = {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(tags !== undefined && { tags }),
  };
  return editSticker(request.world, guild, request.actor, { sticker, input });
}

function remove(request: RestRequest): void {
  const guild = guildOf(request);
  const sticker = stickerOf(request);
  requireExpressionRights(guild, request.world.botId, sticker.user?.id);
  deleteSticker(request.world, guild, request.actor, sticker);
}

function getAnywhere(request: RestRequest): APISticker {
  const id = request.param('sticker_id');
  for (const guild of request.world.state.guilds.values()) {
    const sticker = guild.stickers.get(id);
    if (sticker) return sticker;
  }
  throw unknown('sticker');
}

function stickerOf(request: RestRequest): APISticker {
  const sticker = guildOf(request).stickers.get(request.param('sticker_id'));
  if (!sticker) throw unknown('sticker');
  return sticker;
}

function guildOf(request: RestRequest): GuildRecord {
  return request.world.guild(request.param('guild_id'));
}
