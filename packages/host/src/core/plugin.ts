import { coreDataRights } from '@twi/database';
import { definePlugin, type Plugin } from '@twi/sdk';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import { coreSettings } from '../settings/core-settings.ts';
import { AboutCommand } from './commands/about.ts';
import { AuditCommand } from './commands/audit.ts';
import { ConfigCommand } from './commands/config.ts';
import { HelpCommand } from './commands/help.ts';
import { HostCommand } from './commands/host.ts';
import { PermissionsCommand } from './commands/permissions.ts';
import { PingCommand } from './commands/ping.ts';
import { PluginsCommand } from './commands/plugins.ts';
import { PrivacyCommand } from './commands/privacy.ts';
import { RedoCommand } from './commands/redo.ts';
import { UndoCommand } from './commands/undo.ts';
import { pluginReversals } from './reversals/plugin-reversals.ts';
import { settingsReversals } from './reversals/settings-reversals.ts';
import { Core } from './core.ts';
import type { CoreServices } from './core-services.ts';
import { AuditPageHandler } from './interaction-handlers/audit-page.ts';
import { ConfigFormHandler } from './interaction-handlers/config-form.ts';
import { ConfigHistoryHandler } from './interaction-handlers/config-history.ts';
import { ConfigImportHandler } from './interaction-handlers/config-import.ts';
import { ConfigOverviewHandler } from './interaction-handlers/config-overview.ts';
import { ConfigPageHandler } from './interaction-handlers/config-page.ts';
import { ConfigPickHandler } from './interaction-handlers/config-pick.ts';
import { ConfigSelectHandler } from './interaction-handlers/config-select.ts';
import { ConfigShowHandler } from './interaction-handlers/config-show.ts';
import { ConfigTypeHandler } from './interaction-handlers/config-type.ts';
import { DismissHandler } from './interaction-handlers/dismiss.ts';
import { HelpPageHandler } from './interaction-handlers/help-page.ts';
import { HelpPluginHandler } from './interaction-handlers/help-plugin.ts';
import { HostErrorMarkHandler } from './interaction-handlers/host-error-mark.ts';
import { HostErrorSelectHandler } from './interaction-handlers/host-error-select.ts';
import { HostErrorsPageHandler } from './interaction-handlers/host-errors-page.ts';
import { HostPluginsPageHandler } from './interaction-handlers/host-plugins-page.ts';
import { HostSyncHandler } from './interaction-handlers/host-sync.ts';
import { OverridesPageHandler } from './interaction-handlers/overrides-page.ts';
import { PluginSelectHandler } from './interaction-handlers/plugin-select.ts';
import { PrivacyEraseHandler } from './interaction-handlers/privacy-erase.ts';
import { PluginToggleHandler } from './interaction-handlers/plugin-toggle.ts';
import { PluginsPageHandler } from './interaction-handlers/plugins-page.ts';
import { coreJobs } from './jobs/jobs.ts';
import { coreLocales } from './locales/core-locales.ts';
import { BotOwnerPrecondition } from './preconditions/bot-owner.ts';
import { permissionReversals } from './reversals/permission-reversals.ts';

/** The host's own commands. A plugin like any other, but that it is on everywhere and is handed the host's parts. */
export function createCorePlugin(services: CoreServices): Plugin {
  return definePlugin({
    id: CORE_PLUGIN_ID,
    title: 'General',
    description: 'Help, and which plugins this server uses.',
    nodes: {
      'core.audit': {
        description: 'See what was done through the bot, and undo what others did.',
        default: 'ViewAuditLog',
      },
      'core.permissions': { description: 'Grant and deny permissions.', default: 'Administrator' },
      'core.config': { description: 'Change the settings of the server.', default: 'ManageGuild' },
      'core.plugins': { description: 'Switch plugins on and off.', default: 'ManageGuild' },
    },
    settings: coreSettings,
    reversals: { ...settingsReversals, ...permissionReversals, ...pluginReversals },
    pieces: {
      commands: {
        about: AboutCommand,
        audit: AuditCommand,
        config: ConfigCommand,
        help: HelpCommand,
        host: HostCommand,
        permissions: PermissionsCommand,
        ping: PingCommand,
        plugins: PluginsCommand,
        privacy: PrivacyCommand,
        redo: RedoCommand,
        undo: UndoCommand,
      },
      interactionHandlers: {
        'audit-page': AuditPageHandler,
        'config-form': ConfigFormHandler,
        'config-history': ConfigHistoryHandler,
        'config-import': ConfigImportHandler,
        'config-overview': ConfigOverviewHandler,
        'config-page': ConfigPageHandler,
        'config-pick': ConfigPickHandler,
        'config-select': ConfigSelectHandler,
        'config-show': ConfigShowHandler,
        'config-type': ConfigTypeHandler,
        dismiss: DismissHandler,
        'help-page': HelpPageHandler,
        'help-plugin': HelpPluginHandler,
        'host-error-mark': HostErrorMarkHandler,
        'host-error-select': HostErrorSelectHandler,
        'host-errors-page': HostErrorsPageHandler,
        'host-plugins-page': HostPluginsPageHandler,
        'host-sync': HostSyncHandler,
        'overrides-page': OverridesPageHandler,
        'plugin-select': PluginSelectHandler,
        'plugin-toggle': PluginToggleHandler,
        'plugins-page': PluginsPageHandler,
        'privacy-erase': PrivacyEraseHandler,
      },
      preconditions: { 'bot-owner': BotOwnerPrecondition },
    },
    locales: coreLocales,
    tables: coreDataRights,
    jobs: coreJobs,
    setup: (context) => new Core(services, context.jobs),
  });
}
