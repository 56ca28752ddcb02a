import type { AuditLogsTable } from './audit-logs-table.ts';
import type { CommandSyncTable } from './command-sync-table.ts';
import type { CommandUsagesTable } from './command-usages-table.ts';
import type { CommandsTable } from './commands-table.ts';
import type { CooldownsTable } from './cooldowns-table.ts';
import type { CredentialsTable } from './credentials-table.ts';
import type { DataRightsTable } from './data-rights-table.ts';
import type { ErrorNoticesTable } from './error-notices-table.ts';
import type { ErrorLogsTable } from './error-logs-table.ts';
import type { GuildPluginsTable } from './guild-plugins-table.ts';
import type { GuildsTable } from './guilds-table.ts';
import type { IdentifiesTable } from './identifies-table.ts';
import type { PermissionOverridesTable } from './permission-overrides-table.ts';
import type { PluginStateTable } from './plugin-state-table.ts';
import type { SettingsRevisionsTable } from './settings-revisions-table.ts';
import type { UsersTable } from './users-table.ts';

/** The host's own tables. */
export interface CoreTables {
  'core.guilds': GuildsTable;
  'core.users': UsersTable;
  'core.guild_plugins': GuildPluginsTable;
  'core.settings_revisions': SettingsRevisionsTable;
  'core.permission_overrides': PermissionOverridesTable;
  'core.commands': CommandsTable;
  'core.command_usages': CommandUsagesTable;
  'core.command_sync': CommandSyncTable;
  'core.cooldowns': CooldownsTable;
  'core.error_logs': ErrorLogsTable;
  'core.error_notices': ErrorNoticesTable;
  'core.data_rights': DataRightsTable;
  'core.audit_logs': AuditLogsTable;
  'core.credentials': CredentialsTable;
  'core.plugin_state': PluginStateTable;
  'core.identifies': IdentifiesTable;
}
