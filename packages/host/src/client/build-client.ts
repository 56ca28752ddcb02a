import type { SapphireClient } from '@sapphire/framework';
import { type DatabaseHandle, GuildRepository } from '@twi/database';
import { InteractionReception } from '../dispatch/interaction-reception.ts';
import { ErrorEvents } from '../errors/error-events.ts';
import type { PrometheusMetrics } from '../http/prometheus-metrics.ts';
import type { ImportResult } from '../lifecycle/plugin-importer.ts';
import type { PluginRecords } from '../lifecycle/plugin-records.ts';
import type { Scope } from '../lifecycle/scope.ts';
import type { Log } from '../log.ts';
import type { HostOptions } from '../options.ts';
import type { Runtime } from '../runtime.ts';
import { createClient } from './create-client.ts';
import { logGateway } from './gateway-log.ts';
import { hostPreconditions } from './host-preconditions.ts';
import type { ProcessErrors } from './process-errors.ts';
import { watchClient } from './watch-errors.ts';

const CACHED_PREFIXES = 10_000;

export interface BuildClientParts {
  readonly options: HostOptions;
  readonly found: readonly ImportResult[];
  readonly log: Log;
  readonly database: DatabaseHandle;
  readonly runtime: Runtime;
  readonly records: PluginRecords;
  readonly metrics: PrometheusMetrics;
  readonly processErrors: ProcessErrors;
}

/** Builds the client for the plugins that were found, with the host's own listeners attached. */
export async function buildClient(parts: BuildClientParts, scope: Scope): Promise<SapphireClient> {
  const { options, found, log, database, runtime, records: plugins, metrics, processErrors } = parts;
  const { logger, runs } = log;
  const guilds = new GuildRepository(database.db);
  const prefixes = database.cache.define({
    name: 'core.prefixes',
    max: CACHED_PREFIXES,
    load: async (guildId) => (await guilds.find(guildId))?.prefix ?? null,
  });
  scope.defer('dropping the prefixes', () => prefixes.dispose());

  const client = await createClient({
    ...options,
    intents: found.flatMap((result) => ('plugin' in result ? (result.plugin.intents ?? []) : [])),
    logger,
    preconditions: hostPreconditions(runtime, { plugins, metrics }),
    prefixOf: (guildId) => prefixes.get(guildId),
  });
  scope.defer('closing the client', () => client.destroy());

  metrics.observeRest(client.rest);
  logGateway(client, logger);
  watchClient(client, processErrors);
  new InteractionReception({ client, plugins, logger, ...runtime }).attach();
  new ErrorEvents({ client, runs, ...runtime }).attach();
  return client;
}
