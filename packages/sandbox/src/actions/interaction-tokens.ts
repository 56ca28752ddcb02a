import { DiscordError } from '../rules/discord-error.ts';
import type { InteractionRecord } from '../state/interaction.ts';
import { unknown } from '../state/unknown.ts';
import type { World } from '../state/world.ts';

/** How long an interaction's token can be used. */
const TOKEN_LIFETIME_MS = 15 * 60 * 1_000;

/** Finds the interaction a token belongs to. @throws DiscordError 50027 for a token that is wrong or too old */
export function interactionOfToken(world: World, token: string): InteractionRecord {
  const interaction = world.interactions.get(token);
  if (!interaction || Date.now() - interaction.createdAt > TOKEN_LIFETIME_MS) {
    throw new DiscordError(401, 50_027, 'Invalid Webhook Token');
  }
  if (interaction.acknowledgement === undefined) throw unknown('webhook');
  return interaction;
}

/** Forgets interactions whose tokens are no longer good. */
export function forgetExpiredInteractions(world: World): void {
  for (const [token, interaction] of world.interactions) {
    if (Date.now() - interaction.createdAt <= TOKEN_LIFETIME_MS) return;
    world.interactions.delete(token);
  }
}
