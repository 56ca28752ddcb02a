import { definePlugin, type Plugin } from '@twi/sdk';
import { CORE_PLUGIN_ID } from '../gate/core-plugin.ts';
import { AboutCommand } from './commands/about.ts';
import { AuditCommand } from './commands/audit.ts';
import { HelpCommand } from './commands/help.ts';
import { HostCommand } from './commands/host.ts';
import { PingCommand } from './commands/ping.ts';
import { PluginsCommand } from './commands/plugins.ts';
import { RedoCommand } from './commands/redo.ts';
import { UndoCommand } from './commands/undo.ts';
import { Core } from './core.ts';
import type { CoreServices } from './core-services.ts';
import { AuditPageHandler } from './interaction-handlers/audit-page.ts';
import { DismissHandler } from './interaction-handlers/dismiss.ts';
import { HelpPageHandler } from './interaction-handlers/help-page.ts';
import { HelpPluginHandler } from './interaction-handlers/help-plugin.ts';
import { HostErrorMarkHandler } from './interaction-handlers/host-error-mark.ts';
import { HostErrorSelectHandler } from './interaction-handlers/host-error-select.ts';
import { HostErrorsPageHandler } from './interaction-handlers/host-errors-page.ts';
import { HostPluginsPageHandler } from './interaction-handlers/host-plugins-page.ts';
import { HostSyncHandler } from './interaction-handlers/host-sync.ts';
import { PluginSelectHandler } from './interaction-handlers/plugin-select.ts';
import { PluginToggleHandler } from './interaction-handlers/plugin-toggle.ts';
import { PluginsPageHandler } from './interaction-handlers/plugins-page.ts';
import { BotOwnerPrecondition } from './preconditions/bot-owner.ts';

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
      'core.plugins': { description: 'Switch plugins on and off.', default: 'ManageGuild' },
    },
    pieces: {
      commands: {
        about: AboutCommand,
        audit: AuditCommand,
        help: HelpCommand,
        host: HostCommand,
        ping: PingCommand,
        plugins: PluginsCommand,
        redo: RedoCommand,
        undo: UndoCommand,
      },
      interactionHandlers: {
        'audit-page': AuditPageHandler,
        dismiss: DismissHandler,
        'help-page': HelpPageHandler,
        'help-plugin': HelpPluginHandler,
        'host-error-mark': HostErrorMarkHandler,
        'host-error-select': HostErrorSelectHandler,
        'host-errors-page': HostErrorsPageHandler,
        'host-plugins-page': HostPluginsPageHandler,
        'host-sync': HostSyncHandler,
        'plugin-select': PluginSelectHandler,
        'plugin-toggle': PluginToggleHandler,
        'plugins-page': PluginsPageHandler,
      },
      preconditions: { 'bot-owner': BotOwnerPrecondition },
    },
    setup: () => new Core(services),
  });
}
