import { once } from 'node:events';
import type { ILogger } from '@sapphire/framework';
import { type Client, Events, Team } from 'discord.js';
import { DisallowedIntentsError, onDisallowedIntents } from './disallowed-intents.ts';

export interface LogInParts {
  /** Gets the owners of the application. */
  readonly ownerIds: Set<string>;
  readonly logger: ILogger;
}

/**
 * Connects to Discord and waits until all guilds are known.
 *
 * @throws {DisallowedIntentsError} when Discord refuses the intents.
 * @throws {DiscordjsError} when Discord refuses the token.
 */
export async function logIn(client: Client, token: string, parts: LogInParts): Promise<Client<true>> {
  const ready = once(client, Events.ClientReady);
  await connect(client, token);
  await ready;
  const online = client as Client<true>; // -- what the event says
  await addApplicationOwners(online, parts);
  return online;
}

/** discord.js fails in the same way for different reasons; the code that the connection was closed with tells which. */
async function connect(client: Client, token: string): Promise<void> {
  let isDisallowed = false;
  const unlisten = onDisallowedIntents(client, () => (isDisallowed = true));
  try {
    await client.login(token);
  } catch (error) {
    throw isDisallowed ? new DisallowedIntentsError({ cause: error }) : error;
  } finally {
    unlisten();
  }
}

async function addApplicationOwners(client: Client<true>, { ownerIds, logger }: LogInParts): Promise<void> {
  try {
    const { owner } = await client.application.fetch();
    if (owner instanceof Team) for (const id of owner.members.keys()) ownerIds.add(id);
    else if (owner) ownerIds.add(owner.id);
  } catch (error) {
    logger.warn('Discord did not tell who owns the application; only the configured owners count.', error);
  }
}
