import { type EmbeddedPostgres, startEmbeddedPostgres } from '@twi/database/embedded';
import type { Host, HostOptions } from '@twi/host';
import type { Environment } from './env.ts';
import { dataDirectory, type Discord, hostOptions } from './host-options.ts';

/**
 * Starts the host, and beside it its PostgreSQL, where the environment names none: a server takes as long to come up as
 * the host to be imported.
 *
 * @throws {Error} as the host does; nothing is left running then.
 */
export async function startBot(environment: Environment, discord: Discord): Promise<Host> {
  const options = hostOptions(environment, discord);
  if (environment.DATABASE_URL !== undefined) return startHost(options);
  const { promise: launched, resolve: onLaunched } = Promise.withResolvers<void>();
  const server = startEmbeddedPostgres({ dataDir: dataDirectory(environment), onLaunched });
  // Importing leaves little time for anything else. Whether the server came up is the host's to hear.
  await Promise.race([launched, server.catch(() => undefined)]);
  try {
    return await startHost({ ...options, databaseServer: server });
  } catch (error) {
    await stop(server);
    throw error;
  }
}

async function startHost(options: HostOptions): Promise<Host> {
  const host = await import('@twi/host');
  return host.startHost(options);
}

async function stop(starting: Promise<EmbeddedPostgres>): Promise<void> {
  const server = await starting.catch(() => undefined); // -- that is why the host did not start
  await server?.stop();
}
