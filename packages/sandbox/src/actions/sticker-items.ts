import type { APIStickerItem } from 'discord-api-types/v10';
import { DiscordError } from '../rules/discord-error.ts';
import type { World } from '../state/world.ts';

/** Finds the stickers that a message names. @throws DiscordError 50081 */
export function stickerItems(world: World, ids: readonly string[]): APIStickerItem[] {
  return ids.map((id) => {
    for (const guild of world.state.guilds.values()) {
      const sticker = guild.stickers.get(id);
      if (sticker) return { id, name: sticker.name, format_type: sticker.format_type };
    }
    throw new DiscordError(400, 50_081, 'Invalid sticker sent');
  });
}
