import type { APIMessage } from 'discord-api-types/v10';
import type { Player } from '../members/player.ts';
import { placeOf } from '../members/player.ts';
import { renderMessage } from '../state/render-message.ts';

/**
 * Renders the latest messages that a member sees in a channel, oldest first.
 *
 * @param limit how many at most
 * @throws SandboxActionError where they do not see the channel
 */
export function latestMessages(
  player: Player,
  limit: number,
): { readonly messages: APIMessage[]; readonly hasOlder: boolean } {
  const { world, userId } = player;
  const { channel } = placeOf(player);
  const seen = Array.from(world.state.messages.get(channel.id)?.values() ?? []).filter(
    ({ ephemeralFor }) => ephemeralFor === undefined || ephemeralFor === userId,
  );
  const messages = seen.slice(-limit).map((record) => renderMessage(world, record, userId));
  return { messages, hasOlder: seen.length > limit };
}
