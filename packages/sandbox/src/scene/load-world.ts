import { randomBytes } from 'node:crypto';
import { PRIVILEGED_INTENTS } from '../gateway/intents.ts';
import { snowflakeAt } from '../state/snowflake.ts';
import { makeUser } from '../state/user.ts';
import { World, emptyWorldState } from '../state/world.ts';
import type { WorldState } from '../state/world.ts';
import { buildDemoScene } from './demo.ts';

const APPLICATION_AGE_MS = 365 * 86_400_000;
const TOKEN_BYTES = 27;

/** Makes a world from a saved state, or anew with the application, its bot and its owner, and the demo guild where it is wanted. */
export function loadWorld(scene: 'demo' | 'empty', saved: WorldState | undefined): World {
  if (saved) return new World(saved);
  const bornAt = Date.now() - APPLICATION_AGE_MS;
  const id = snowflakeAt(bornAt);
  const owner = makeUser({ id: snowflakeAt(bornAt, 1), username: 'developer', displayName: 'Developer' });
  const bot = makeUser({ id, username: 'Twi', bot: true });
  const state = emptyWorldState(
    {
      id,
      botId: bot.id,
      token: makeToken(id),
      ownerId: owner.id,
      name: 'Twi',
      privilegedIntents: PRIVILEGED_INTENTS,
      description: '',
    },
    bot,
  );
  state.users.set(owner.id, owner);
  const world = new World(state);
  if (scene === 'demo') buildDemoScene(world);
  return world;
}

/** Discord's tokens have three parts, the first of which is the bot's id. */
function makeToken(id: string): string {
  const secret = randomBytes(TOKEN_BYTES).toString('base64url');
  return `${Buffer.from(id).toString('base64url')}.sandbx.${secret}`;
}
