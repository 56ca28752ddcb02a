import { AuditLogEvent } from 'discord-api-types/v10';
import type { APIEmoji } from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import type { GuildRecord } from '../state/guild.ts';
import type { World } from '../state/world.ts';
import { changesBetween, writeAuditLog } from './audit-log.ts';
import type { Actor } from './audit-log.ts';
import { readPicture } from './picture.ts';

/** How many emojis of each kind a guild holds, by how far it is boosted. */
const SLOTS: readonly number[] = [50, 100, 150, 250];
const MAXIMUM_BYTES = 256 * 1_024;

/** An emoji as REST takes it. */
export interface EmojiInput {
  readonly name: string;
  /** A data URI. */
  readonly image: string;
  readonly roles?: readonly string[] | null;
}

/** Adds an emoji to a guild. @throws DiscordError 30008 or 30018 when it is full, 50138 for a picture that is too large */
export function createEmoji(world: World, guild: GuildRecord, actor: Actor, input: EmojiInput): APIEmoji {
  const emoji = makeEmoji(world, input);
  const tier = guild.properties['premium_tier'];
  const slots = SLOTS[typeof tier === 'number' ? tier : 0] ?? 0;
  const ofSameKind = [...guild.emojis.values()].filter(({ animated }) => animated === emoji.animated);
  if (ofSameKind.length >= slots) {
    const kind = emoji.animated ? 'animated emojis' : 'emojis';
    const code = emoji.animated ? 30_018 : 30_008;
    throw new DiscordError(400, code, `Maximum number of ${kind} reached (${slots})`);
  }
  guild.emojis.set(emoji.id ?? '', emoji);
  announceEmojis(world, guild);
  const changes = changesBetween({}, { name: emoji.name });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.EmojiCreate, targetId: emoji.id, changes });
  return emoji;
}

/** Renames an emoji or keeps it for some roles. */
export function editEmoji(
  world: World,
  guild: GuildRecord,
  actor: Actor,
  { emoji, input }: { emoji: APIEmoji; input: { name?: string; roles?: readonly string[] | null } },
): APIEmoji {
  const edited: APIEmoji = {
    ...emoji,
    ...(input.name !== undefined && { name: input.name }),
    ...(input.roles !== undefined && { roles: [...(input.roles ?? [])] }),
  };
  guild.emojis.set(edited.id ?? '', edited);
  announceEmojis(world, guild);
  const changes = changesBetween({ name: emoji.name }, { name: edited.name });
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.EmojiUpdate, targetId: edited.id, changes });
  return edited;
}

/** Deletes an emoji. */
export function deleteEmoji(world: World, guild: GuildRecord, actor: Actor, emoji: APIEmoji): void {
  guild.emojis.delete(emoji.id ?? '');
  announceEmojis(world, guild);
  const changes = [{ key: 'name', old: emoji.name }];
  writeAuditLog(world, guild, actor, { type: AuditLogEvent.EmojiDelete, targetId: emoji.id, changes });
}

/** Makes an emoji of the bot's, for a guild or the application. @throws DiscordError 50138 for a picture that is too large */
export function makeEmoji(world: World, { name, image, roles }: EmojiInput): APIEmoji {
  const { contentType } = readPicture(image, { field: 'image', maximumBytes: MAXIMUM_BYTES });
  return {
    id: world.ids.next(),
    name,
    roles: [...(roles ?? [])],
    user: world.user(world.botId),
    require_colons: true,
    managed: false,
    animated: contentType === 'image/gif',
    available: true,
  };
}

function announceEmojis(world: World, guild: GuildRecord): void {
  const emojis = [...guild.emojis.values()];
  world.emit('GUILD_EMOJIS_UPDATE', { guild_id: guild.id, emojis }, guild.id);
}
