import type { APIMessage } from 'discord-api-types/v10';
import { renderMessage } from '../state/render-message.ts';
import { placeOf } from './player.ts';
import type { Player } from './player.ts';

/** Lists the messages of a channel as a member sees them, oldest first. */
export function visibleMessages(player: Player): APIMessage[] {
  const { world, userId } = player;
  const { channel } = placeOf(player);
  return Array.from(world.state.messages.get(channel.id)?.values() ?? [])
    .filter((record) => record.ephemeralFor === undefined || record.ephemeralFor === userId)
    .map((record) => renderMessage(world, record, userId));
}
