import type { DatabaseHandle } from '@twi/database';
import type {
  Audit,
  Cooldowns,
  Credentials,
  Jobs,
  Plugin,
  PluginContext,
  PluginJobs,
  Services,
  Settings,
  SettingsSchema,
} from '@twi/sdk';
import type { Client } from 'discord.js';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import type { Gate } from '../gate/gate.ts';
import type { HostLogger } from '../logging/logger.ts';
import type { OutgoingHttp } from '../outgoing/outgoing-http.ts';
import type { PermissionService } from '../permissions/permission-service.ts';
import type { PluginRecords } from './plugin-records.ts';
import type { Scope } from './scope.ts';
import { PluginTimers, type RunTimer } from './plugin-timers.ts';

/** What contexts are made of. */
export interface ContextParts {
  readonly client: Client;
  readonly database: DatabaseHandle;
  readonly logger: HostLogger;
  readonly records: PluginRecords;
  readonly gate: Pick<Gate, 'decide'>;
  readonly dispatcher: Pick<Dispatcher, 'attempt'>;
  readonly permissions: Pick<PermissionService, 'allows'>;
  readonly credentials: Credentials;
  readonly serviceAddresses: Readonly<Record<string, string>>;
  readonly outgoing: Pick<OutgoingHttp, 'clientOf'>;
  readonly audit: Audit;
  readonly cooldowns: Cooldowns;
  readonly choices: Pick<PluginContext, 'guild' | 'knownGuild'>;
  readonly settingsOf: (plugin: Plugin) => Settings<SettingsSchema>;
  readonly jobsOf: (plugin: Plugin) => Jobs<PluginJobs>;
  /** Resolves when the bot is up. */
  readonly up: Promise<void>;
}

/** What a plugin gets to work with; what it registers there ends with `scope`. */
export function createPluginContext(plugin: Plugin, scope: Scope, parts: ContextParts): PluginContext {
  const { id } = plugin;
  const { client, database, logger, permissions, serviceAddresses } = parts;
  const timers = new PluginTimers(scope, timerOf(id, parts));
  return {
    id,
    client,
    // The core plugin is the host's own, and its tables are core's.
    db: id === CORE_PLUGIN_ID ? database.db : database.forPlugin(id),
    settings: parts.settingsOf(plugin),
    ...parts.choices,
    services: servicesOf(parts),
    logger: logger.child({ plugin: id }),
    jobs: parts.jobsOf(plugin),
    permissions: { allows: (member, node) => permissions.allows(member, node) },
    audit: { record: (entry) => parts.audit.record(entry) },
    cooldowns: { clear: (key) => parts.cooldowns.clear(key) },
    credentials: credentialsOf(parts.credentials),
    serviceAddress: (service) =>
      Object.hasOwn(serviceAddresses, service) ? serviceAddresses[service]?.replace(/\/+$/, '') : undefined,
    http: parts.outgoing.clientOf(id, scope),
    cache(options) {
      const cache = database.cache.define({ ...options, name: `${id}.${options.name}` });
      scope.defer(`dropping the cache "${options.name}"`, () => cache.dispose());
      return cache;
    },
    ensureGuild: (guildId) => database.ensureGuild(guildId),
    ensureUser: (userId) => database.ensureUser(userId),
    every: (ms, callback) => timers.every(ms, callback),
    after: (ms, callback) => timers.after(ms, callback),
    onUnload: (dispose) => scope.defer('an onUnload callback', dispose),
  };
}

/**
 * Timers belong to no guild; they pause while their plugin is quarantined, and until the bot is up: where it is in thousands
 * of guilds, Discord takes seconds to tell of them all.
 */
function timerOf(plugin: string, { gate, dispatcher, up }: ContextParts): RunTimer {
  return async (callback) => {
    await up;
    if (gate.decide(plugin, undefined) !== 'open') return;
    await dispatcher.attempt({ plugin, kind: 'timer', name: callback.name || 'timer' }, callback);
  };
}

/** Without what only the host may do. */
function credentialsOf(service: Credentials): Credentials {
  return {
    get: (name, guildId) => service.get(name, guildId),
    set: (credential) => service.set(credential),
    remove: (name, guildId) => service.remove(name, guildId),
    list: (guildId) => service.list(guildId),
  };
}

function servicesOf({ records, gate }: ContextParts): Services {
  return {
    get(id, guildId) {
      if (gate.decide(id, guildId) !== 'open') return undefined;
      // The plugin of this id declares its service's type by augmentation and its `setup` has to return it.
      return records.get(id)?.service as never;
    },
  };
}
