import type { Snowflake } from 'discord.js';
import { CommandSyncRepository, CommandUsageRepository } from '@twi/database';
import { reconcilerDiscord } from './commands/client-discord.ts';
import { CommandReconciler } from './commands/command-reconciler.ts';
import { createCorePlugin } from './core/plugin.ts';
import { givenPlugin } from './discovery/discover.ts';
import { createRegistry, type RegistryParts } from './lifecycle/create-registry.ts';
import type { ImportedPlugin } from './lifecycle/plugin-importer.ts';
import type { PluginRegistry } from './lifecycle/plugin-registry.ts';
import type { HostOptions } from './options.ts';
import { createDataRights } from './privacy/create-data-rights.ts';

export interface PluginsParts extends RegistryParts {
  readonly options: Pick<
    HostOptions,
    'guildPurgeAfterMs' | 'ownerGuildId' | 'retentionMs' | 'serviceAddresses'
  >;
  readonly ownerIds: ReadonlySet<Snowflake>;
  /** Of the bot. */
  readonly version: string;
}

/** What loads plugins, what tells Discord of their commands, and the plugin that has both in hand. */
export interface Plugins {
  readonly plugins: PluginRegistry;
  readonly reconciler: CommandReconciler;
  readonly core: ImportedPlugin;
}

export function createPlugins(parts: PluginsParts): Plugins {
  const { client, database, jobs, logger, options, ownerIds, records, runtime, version } = parts;
  const { ownerGuildId } = options;
  const registry = createRegistry(parts);
  const usages = new CommandUsageRepository(database.db);
  const reconciler = new CommandReconciler({
    plugins: records,
    enablement: runtime.enablement,
    discord: reconcilerDiscord(client),
    store: new CommandSyncRepository(database.db),
    logger,
    ownerGuildId,
    lastActiveAt: (guildIds) => usages.lastUses(guildIds),
  });
  const services = { ...runtime, registry, reconciler, jobs, database, ownerIds, ownerGuildId, version };
  const dataRights = createDataRights({ database, logger, options, ...runtime });
  const plugin = createCorePlugin({ ...services, dataRights });
  return { plugins: registry, reconciler, core: { discovered: givenPlugin({ plugin, version }), plugin } };
}
