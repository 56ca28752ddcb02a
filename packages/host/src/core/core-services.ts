import type { DatabaseHandle } from '@twi/database';
import type { Snowflake } from 'discord.js';
import type { AuditTrail } from '../audit/audit-trail.ts';
import type { CommandReconciler } from '../commands/command-reconciler.ts';
import type { CooldownService } from '../cooldowns/cooldown-service.ts';
import type { Dispatcher } from '../dispatch/dispatcher.ts';
import type { LoopMonitor } from '../dispatch/loop-monitor.ts';
import type { Enablement } from '../gate/enablement.ts';
import type { Gate } from '../gate/gate.ts';
import type { JobQueue } from '../jobs/job-queue.ts';
import type { DataRightsServices } from '../privacy/create-data-rights.ts';
import type { PluginRegistry } from '../lifecycle/plugin-registry.ts';
import type { PermissionService } from '../permissions/permission-service.ts';
import type { Quarantine } from '../quarantine/quarantine.ts';
import type { SettingsService } from '../settings/settings-service.ts';

/** What the core plugin needs of the host. Other plugins get none of it. */
export interface CoreServices {
  readonly registry: Pick<PluginRegistry, 'get' | 'list' | 'load' | 'reload' | 'unload'>;
  readonly enablement: Pick<Enablement, 'disable' | 'enable' | 'isEnabled'>;
  readonly quarantine: Pick<Quarantine, 'status'>;
  readonly permissions: Pick<
    PermissionService,
    'allows' | 'allowsInteraction' | 'declaration' | 'explain' | 'invalidate' | 'overridesOf' | 'wouldHold'
  >;
  readonly settings: Pick<SettingsService, 'change' | 'history' | 'of' | 'state' | 'stateAt'>;
  readonly gate: Pick<Gate, 'decide'>;
  readonly dispatcher: Pick<Dispatcher, 'run'>;
  readonly audit: Pick<AuditTrail, 'record' | 'whileReversing'>;
  readonly cooldowns: Pick<CooldownService, 'waitUntil'>;
  readonly reconciler: Pick<
    CommandReconciler,
    'outOfStep' | 'plan' | 'reconcileAll' | 'reconcileGuild' | 'usage'
  >;
  readonly jobs: Pick<JobQueue, 'counts'>;
  readonly database: Pick<DatabaseHandle, 'cache' | 'db' | 'ping' | 'pool'>;
  readonly dataRights: DataRightsServices;
  readonly loopMonitor: Pick<LoopMonitor, 'delay'>;
  /** Who may use `/host`. May grow once the application is known. */
  readonly ownerIds: ReadonlySet<Snowflake>;
  /** Where `/host` is registered. */
  readonly ownerGuildId?: Snowflake | undefined;
  /** Of the bot, for `/about`. */
  readonly version: string;
}
