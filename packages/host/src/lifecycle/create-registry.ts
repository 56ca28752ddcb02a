import type { SapphireClient } from '@sapphire/framework';
import type { DatabaseHandle } from '@twi/database';
import type { PluginRoutes } from '../http/plugin-routes.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { HostLogger } from '../logging/logger.ts';
import type { Runtime } from '../runtime.ts';
import type { HostOptions } from '../options.ts';
import type { OutgoingHttp } from '../outgoing/outgoing-http.ts';
import { Declarations } from '../privacy/declarations.ts';
import { guildChoices } from '../settings/guild-choices.ts';
import { checkIntents } from './check-intents.ts';
import { holdUntilUp } from './hold-until-up.ts';
import { type LoadEnvironment, loadPlugin } from './load-plugin.ts';
import { createPluginContext } from './plugin-context.ts';
import type { PluginImporter } from './plugin-importer.ts';
import type { PluginRecords } from './plugin-records.ts';
import { PluginRegistry } from './plugin-registry.ts';

export interface RegistryParts {
  readonly client: SapphireClient;
  readonly database: DatabaseHandle;
  readonly records: PluginRecords;
  readonly importer: PluginImporter;
  readonly runtime: Runtime;
  readonly jobs: JobQueue;
  readonly routes: PluginRoutes;
  readonly outgoing: OutgoingHttp;
  readonly options: Pick<HostOptions, 'serviceAddresses'>;
  readonly logger: HostLogger;
  /** Resolves when people are answered and nothing of the start is left to do. */
  readonly up: Promise<void>;
}

/** Plugs the registry into the parts of the host that plugins are loaded into. */
export function createRegistry(parts: RegistryParts): PluginRegistry {
  const { client, database, records, importer, runtime, jobs, outgoing, routes, logger, options } = parts;
  const declarations = new Declarations(database.db);
  const environment: LoadEnvironment = {
    database,
    versionOf: (pluginId) => records.get(pluginId)?.discovered.version,
    locales: runtime.translations,
    jobs,
    routes,
    declareData: (plugin) => declarations.save(plugin),
    wrapPiece(piece, plugin) {
      holdUntilUp(piece, parts.up);
      runtime.guard.wrapPiece(piece, plugin.id);
    },
    createContext: (plugin, scope) =>
      createPluginContext(plugin, scope, {
        client,
        database,
        logger,
        records,
        gate: runtime.gate,
        dispatcher: runtime.dispatcher,
        permissions: runtime.permissions,
        credentials: runtime.credentials,
        serviceAddresses: options.serviceAddresses ?? {},
        outgoing,
        audit: runtime.audit,
        cooldowns: runtime.cooldowns,
        choices: guildChoices(runtime.settings, client),
        settingsOf: (owner) => ({
          get: (guildId) => runtime.settings.get(guildId, owner),
          known: (guildId) => runtime.settings.known(guildId, owner),
        }),
        jobsOf: (owner) => jobs.jobsOf(owner),
        up: parts.up,
      }),
  };
  return new PluginRegistry({
    records,
    importer,
    logger,
    load(plugin, scope) {
      checkIntents(plugin, { intents: client.options.intents, flags: client.application?.flags });
      return loadPlugin(plugin, scope, environment);
    },
  });
}
