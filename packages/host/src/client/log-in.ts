import { once } from 'node:events';
import type { ILogger } from '@sapphire/framework';
import { type Client, Events, Team } from 'discord.js';

export interface LogInParts {
  /** Gets the owners of the application. */
  readonly ownerIds: Set<string>;
  readonly logger: ILogger;
}

/**
 * Connects to Discord and waits until all guilds are known.
 *
 * @throws {DiscordjsError} when Discord refuses the token or the intents.
 */
export async function logIn(client: Client, token: string, parts: LogInParts): Promise<Client<true>> {
  const ready = once(client, Events.ClientReady);
  await client.login(token);
  await ready;
  const online = client as Client<true>; // -- what the event says
  await addApplicationOwners(online, parts);
  return online;
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
