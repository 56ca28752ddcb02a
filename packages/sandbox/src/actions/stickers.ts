import { extname } from 'node:path';
import { AuditLogEvent, StickerFormatType, StickerType } from 'discord-api-types/v10';
import type { APISticker } from 'discord-api-types/v10';
import { DiscordError, invalidFormBody } from '../rules/discord-error.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { World } from '../state/world.ts';
import type { ReceivedFile } from './attachments.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';

/** How many stickers a guild holds, by how far it is boosted. */
const SLOTS: readonly number[] = [5, 15, 30, 60];
const MAXIMUM_BYTES = 512 * 1_024;
const FORMATS: Readonly<Record<string, StickerFormatType>> = {
  '.png': StickerFormatType.PNG,
  '.apng': StickerFormatType.APNG,
  '.json': StickerFormatType.Lottie,
  '.gif': StickerFormatType.GIF,
};

/** The words of a sticker. */
export interface StickerInput {
  readonly name?: string;
  readonly description?: string | null;
  readonly tags?: string;
}

/** Adds a sticker to a guild. @throws DiscordError 30039 when it is full, 50045 for a file that is too large, 50046 for no picture */
export function createSticker(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { input, file }: { input: StickerInput; file: ReceivedFile | undefined },
): APISticker {
  const tier = guild.properties['premium_tier'];
  const slots = SLOTS[typeof tier === 'number' ? tier : 0] ?? 0;
  if (guild.stickers.size >= slots) {
    throw new DiscordError(400, 30_039, `Maximum number of stickers reached (${slots})`);
  }
  const sticker: APISticker = {
    id: world.ids.next(),
    type: StickerType.Guild,
    name: input.name ?? '',
    description: input.description ?? '',
    tags: input.tags ?? '',
    format_type: formatOf(file),
    available: true,
    guild_id: guild.id,
    user: world.user(actor.userId),
  };
  guild.stickers.set(sticker.id, sticker);
  announceStickers(world, guild);
  const changes = changesBetween({}, { name: sticker.name });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.StickerCreate, targetId: sticker.id, changes });
  return sticker;
}

/** Changes the words of a sticker. */
export function editSticker(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { sticker, input }: { sticker: APISticker; input: StickerInput },
): APISticker {
  const edited = { ...sticker, ...input };
  guild.stickers.set(sticker.id, edited);
  announceStickers(world, guild);
  const { name, description, tags } = sticker;
  const changes = changesBetween({ name, description, tags }, { ...input });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.StickerUpdate, targetId: sticker.id, changes });
  return edited;
}

/** Deletes a sticker. */
export function deleteSticker(world: World, guild: GuildRecord, actor: Actor, sticker: APISticker): void {
  guild.stickers.delete(sticker.id);
  announceStickers(world, guild);
  const changes = [{ key: 'name', old: sticker.name }];
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.StickerDelete, targetId: sticker.id, changes });
}

function formatOf(file: ReceivedFile | undefined): StickerFormatType {
  if (!file) {
    throw invalidFormBody([
      { path: ['file'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' },
    ]);
  }
  const format = FORMATS[extname(file.filename).toLowerCase()];
  if (format === undefined) throw new DiscordError(400, 50_046, 'Invalid file uploaded');
  if (file.bytes.length > MAXIMUM_BYTES) {
    throw new DiscordError(400, 50_045, 'File uploaded exceeds the maximum size');
  }
  return format;
}

function announceStickers(world: World, guild: GuildRecord): void {
  const stickers = [...guild.stickers.values()];
  world.emit('GUILD_STICKERS_UPDATE', { guild_id: guild.id, stickers }, guild.id);
}
