import type { SapphireClient } from '@sapphire/framework';
import type { DatabaseHandle } from '@twi/database';
import { InteractionReception } from '../dispatch/interaction-reception.ts';
import { ErrorEvents } from '../errors/error-events.ts';
import type { PrometheusMetrics } from '../http/prometheus-metrics.ts';
import { grantedIntents } from '../intents/granted-intents.ts';
import { withheldIntents, withheldWords } from '../intents/withheld-intents.ts';
import type { ImportResult } from '../lifecycle/plugin-importer.ts';
import type { PluginRecords } from '../lifecycle/plugin-records.ts';
import type { Scope } from '../lifecycle/scope.ts';
import type { Log } from '../log.ts';
import type { HostOptions } from '../options.ts';
import type { Runtime } from '../runtime.ts';
import { coreSettingsOwner } from '../settings/core-settings.ts';
import { createClient } from './create-client.ts';
import { logGateway } from './gateway-log.ts';
import { hostPreconditions } from './host-preconditions.ts';
import { keepLookupsPlain } from './plain-lookups.ts';
import { prefixOf } from './prefix-of.ts';
import type { ProcessErrors } from './process-errors.ts';
import { sharedIdentifyThrottler } from './shared-identify-throttler.ts';
import { watchClient } from './watch-errors.ts';

export interface BuildClientParts {
  readonly options: HostOptions;
  readonly database: DatabaseHandle;
  readonly found: readonly ImportResult[];
  readonly log: Log;
  readonly runtime: Runtime;
  readonly records: PluginRecords;
  readonly metrics: PrometheusMetrics;
  readonly processErrors: ProcessErrors;
}

/** Builds the client for the plugins that were found, with the host's own listeners attached. */
export async function buildClient(parts: BuildClientParts, scope: Scope): Promise<SapphireClient> {
  const { options, database, found, log, runtime, records: plugins, metrics, processErrors } = parts;
  const { logger, runs } = log;
  const settings = runtime.settings.of(coreSettingsOwner);

  const imported = found.flatMap((result) => ('plugin' in result ? [result.plugin] : []));
  const needed = imported.flatMap(({ intents = [] }) => intents);
  const client = await createClient({
    ...options,
    intents: await grantedIntents(needed, { ...options, logger }),
    logger,
    trouble: runtime.trouble,
    preconditions: hostPreconditions(runtime, { plugins, metrics }),
    prefixOf: (guildId) => prefixOf(settings, guildId),
    knownPrefix: (guildId) => settings.known(guildId)?.prefix,
    // Where it runs all shards, it waits for nobody.
    ...(options.shards && { buildIdentifyThrottler: sharedIdentifyThrottler(database, logger) }),
  });
  scope.defer('closing the client', () => client.destroy());
  keepLookupsPlain(client);

  for (const withheld of withheldIntents(imported, client.options.intents))
    logger.warn(withheldWords(withheld));
  metrics.observeRest(client.rest);
  logGateway(client, logger);
  watchClient(client, processErrors);
  new InteractionReception({ client, plugins, logger, ...runtime }).attach();
  new ErrorEvents({ client, runs, ...runtime }).attach();
  return client;
}
