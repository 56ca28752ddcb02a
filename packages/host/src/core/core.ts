import { container } from '@sapphire/pieces';
import { ActionHistory } from '../audit/action-history.ts';
import { ReversalFinder } from '../audit/reversal-finder.ts';
import type { Jobs } from '@twi/sdk';
import type { PermissionService } from '../permissions/permission-service.ts';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { PluginRecord } from '../plugin-record.ts';
import { Privacy } from '../privacy/privacy.ts';
import type { GuildPurge } from '../retention/guild-purge.ts';
import type { RetentionSweep } from '../retention/retention-sweep.ts';
import { GuildConfig } from './config/guild-config.ts';
import { SettingsTransfer } from './config/settings-transfer.ts';
import type { CoreServices } from './core-services.ts';
import { ErrorGroups } from './error-groups.ts';
import { GuildPlugins } from './guild-plugins.ts';
import { HelpCatalogue } from './help-catalogue.ts';
import type { coreJobs } from './jobs/jobs.ts';
import { HostOperations } from './host-operations.ts';
import { AccessExplainer } from './permissions/access-explainer.ts';
import { GuildOverrides } from './permissions/guild-overrides.ts';

/** What the core plugin can do, for its own pieces. */
export class Core {
  readonly plugins: GuildPlugins;
  readonly config: GuildConfig;
  readonly transfer: SettingsTransfer;
  readonly help: HelpCatalogue;
  readonly host: HostOperations;
  readonly errors: ErrorGroups;
  readonly history: ActionHistory;
  readonly overrides: GuildOverrides;
  readonly access: AccessExplainer;
  readonly permissions: Pick<PermissionService, 'declaration'>;
  readonly privacy: Privacy;
  readonly guildPurge: GuildPurge;
  readonly retentionSweep: RetentionSweep;
  readonly version: string;
  readonly #services: CoreServices;

  constructor(services: CoreServices, jobs: Jobs<typeof coreJobs>) {
    this.#services = services;
    this.plugins = new GuildPlugins(services);
    this.config = new GuildConfig(services);
    this.transfer = new SettingsTransfer({ ...services, config: this.config, plugins: this.plugins });
    this.help = new HelpCatalogue(services);
    this.host = new HostOperations(services);
    this.errors = new ErrorGroups(services.database.db);
    const reversals = new ReversalFinder({ plugins: services.registry, gate: services.gate });
    this.history = new ActionHistory({ ...services, reversals, container });
    this.overrides = new GuildOverrides(services);
    this.access = new AccessExplainer(services);
    this.permissions = services.permissions;
    const { guildPurge, retentionSweep } = services.dataRights;
    this.privacy = new Privacy({ ...services.dataRights, jobs });
    this.guildPurge = guildPurge;
    this.retentionSweep = retentionSweep;
    this.version = services.version;
  }

  /** Milliseconds of one round trip to the database. */
  ping(): Promise<number> {
    return this.#services.database.ping();
  }

  isBotOwner(userId: string): boolean {
    return this.#services.ownerIds.has(userId);
  }

  /** The plugins that run, besides core. */
  loadedPlugins(): PluginRecord[] {
    return this.#services.registry
      .list()
      .filter(({ id, state }) => id !== CORE_PLUGIN_ID && state === 'loaded');
  }
}

declare module '@twi/sdk' {
  interface PluginServices {
    core: Core;
  }
}
