import { container } from '@sapphire/pieces';
import type { DatabaseHandle } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { CredentialService } from './credentials/credential-service.ts';
import { startCredentials } from './credentials/start-credentials.ts';
import { AuditTrail } from './audit/audit-trail.ts';
import { DiscordTrouble } from './client/discord-trouble.ts';
import { CooldownService } from './cooldowns/cooldown-service.ts';
import { Dispatcher } from './dispatch/dispatcher.ts';
import { InteractionWatch } from './dispatch/interaction-watch.ts';
import { LoopMonitor } from './dispatch/loop-monitor.ts';
import type { Metrics } from './dispatch/metrics.ts';
import { ErrorHandler } from './errors/error-handler.ts';
import { Enablement } from './gate/enablement.ts';
import { Gate } from './gate/gate.ts';
import { PieceGuard } from './gate/piece-guard.ts';
import { PluginTranslations } from './locales/translations.ts';
import type { PluginRecords } from './lifecycle/plugin-records.ts';
import type { Scope } from './lifecycle/scope.ts';
import type { Log } from './log.ts';
import type { HostOptions } from './options.ts';
import { PermissionService } from './permissions/permission-service.ts';
import { QuarantineStore } from './quarantine/quarantine-store.ts';
import { Quarantine } from './quarantine/quarantine.ts';
import { coreSettingsOwner } from './settings/core-settings.ts';
import { SettingsService } from './settings/settings-service.ts';
import { openTelemetry, type Telemetry } from './telemetry.ts';

export interface RuntimeParts extends Log {
  readonly database: DatabaseHandle;
  readonly records: PluginRecords;
  readonly metrics: Metrics;
  readonly ownerIds: ReadonlySet<Snowflake>;
  readonly options: Pick<HostOptions, 'encryptionKeys' | 'serviceSecrets' | 'strictTexts'>;
}

/** What stands between an event and a plugin. */
export interface Runtime {
  readonly enablement: Enablement;
  readonly quarantine: Quarantine;
  readonly gate: Gate;
  readonly errors: ErrorHandler;
  readonly watch: InteractionWatch;
  readonly dispatcher: Dispatcher;
  readonly permissions: PermissionService;
  readonly cooldowns: CooldownService;
  readonly audit: AuditTrail;
  readonly guard: PieceGuard;
  readonly settings: SettingsService;
  readonly translations: PluginTranslations;
  readonly loopMonitor: LoopMonitor;
  readonly credentials: CredentialService;
  readonly telemetry: Telemetry;
  readonly trouble: DiscordTrouble;
}

/** Puts together the gate, the dispatcher and what they report to. Their ends are in `scope`. */
export async function createRuntime(parts: RuntimeParts, scope: Scope): Promise<Runtime> {
  const { database, records: plugins, logger, redact, runs, metrics, options, ownerIds } = parts;

  const telemetry = await openTelemetry(database, logger, scope);
  const quarantine = new Quarantine({ logger, metrics, redact });
  const versionOf = (id: string): string | undefined => plugins.get(id)?.discovered.version;
  const quarantines = await QuarantineStore.start({ quarantine, database, logger, versionOf });
  scope.defer('storing the last quarantines', () => quarantines.close());
  const enablement = await Enablement.start(database, logger);
  scope.defer('closing the enablement', () => enablement.close());
  const gate = new Gate({ plugins, enablement, quarantine });
  const trouble = new DiscordTrouble();
  const errors = new ErrorHandler({
    isDiscordInTrouble: () => trouble.isRecent,
    logger,
    redact,
    metrics,
    record: (record) => telemetry.recordError(record),
    onFault: (plugin, error) => quarantine.fault(plugin, error),
  });
  const isDatabaseSlow = async (): Promise<boolean> => {
    try {
      return await database.isStrained();
    } catch (error) {
      logger.warn('The database could not be asked how it is.', error);
      return false;
    }
  };
  const watch = new InteractionWatch({ errors, logger, isDatabaseSlow });
  scope.defer('closing the watch on interactions', () => watch.close());
  const dispatcher = new Dispatcher({
    runs,
    errors,
    quarantine,
    metrics,
    watch,
    isDatabaseSlow,
    recordUse: (use) => telemetry.recordUse(use),
  });
  scope.defer('closing the dispatcher', () => dispatcher.close());
  const permissions = new PermissionService({ plugins, database, ownerIds });
  scope.defer('closing the permissions', () => permissions.close());
  const cooldowns = await CooldownService.start({ database, logger, ownerIds });
  scope.defer('closing the cooldowns', () => cooldowns.close());
  const audit = new AuditTrail(database);
  const guard = new PieceGuard({ plugins, gate, dispatcher, permissions, metrics });
  const settings = new SettingsService({ database, audit, logger });
  scope.defer('closing the settings', () => settings.close());
  const coreChoices = settings.of(coreSettingsOwner);
  const translations = new PluginTranslations({
    chosenLocale: async (guildId) => (await coreChoices.get(guildId)).locale,
    logger,
    isStrict: options.strictTexts ?? false,
  });
  container.translations = translations;
  // Without words, texts are known by their keys again, as where no bot ever ran.
  scope.defer('forgetting the words', () => void Reflect.deleteProperty(container, 'translations'));
  const loopMonitor = new LoopMonitor({ plugins, runs, errors, metrics, logger });
  scope.defer('ending the watch on the event loop', () => loopMonitor.close());

  const credentials = await startCredentials(parts, scope);

  return {
    enablement,
    quarantine,
    gate,
    errors,
    watch,
    dispatcher,
    permissions,
    cooldowns,
    audit,
    guard,
    settings,
    translations,
    loopMonitor,
    credentials,
    telemetry,
    trouble,
  };
}
