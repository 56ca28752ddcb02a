import { definePlugin } from '@twi/sdk';
import { GatewayIntentBits } from 'discord.js';
import { AutomodCommand } from './commands/automod.ts';
import { BanCommand } from './commands/ban.ts';
import { CaseCommand } from './commands/case.ts';
import { HistoryCommand } from './commands/history.ts';
import { KickCommand } from './commands/kick.ts';
import { LockCommand } from './commands/lock.ts';
import { MassBanCommand } from './commands/mass-ban.ts';
import { ModCommand } from './commands/mod.ts';
import { ModstatsCommand } from './commands/modstats.ts';
import { NoteCommand } from './commands/note.ts';
import { PurgeCommand } from './commands/purge.ts';
import { ReportCommand } from './commands/report.ts';
import { ReportsCommand } from './commands/reports.ts';
import { SoftbanCommand } from './commands/softban.ts';
import { SlowmodeCommand } from './commands/slowmode.ts';
import { TimeoutCommand } from './commands/timeout.ts';
import { UnbanCommand } from './commands/unban.ts';
import { UnlockCommand } from './commands/unlock.ts';
import { UntimeoutCommand } from './commands/untimeout.ts';
import { WarnCommand } from './commands/warn.ts';
import { dataRights } from './database/data-rights.ts';
import { migrations } from './database/migrations/migrations.ts';
import { AutomodEditHandler } from './interaction-handlers/automod-edit.ts';
import { AutomodListHandler } from './interaction-handlers/automod-list.ts';
import { CaseListHandler } from './interaction-handlers/case-list.ts';
import { HistoryHandler } from './interaction-handlers/history.ts';
import { MassBanHandler } from './interaction-handlers/mass-ban.ts';
import { PurgeHandler } from './interaction-handlers/purge.ts';
import { reportHandlers } from './interaction-handlers/report-handlers.ts';
import { WarnAuthorHandler } from './interaction-handlers/warn-author.ts';
import { moderationJobs } from './jobs/jobs.ts';
import { moderationLocales } from './locales/moderation-locales.ts';
import { automodListeners } from './listeners/automod-listeners.ts';
import { watchListeners } from './listeners/watch-listeners.ts';
import { Moderation } from './moderation.ts';
import { reversals } from './reversals/reversals.ts';
import { moderationSettings } from './settings.ts';

/** Warnings, timeouts, kicks and bans, each recorded as a numbered case. */
export const moderationPlugin = definePlugin({
  id: 'moderation',
  title: 'Moderation',
  description: 'Warnings, timeouts, kicks and bans, each recorded as a numbered case.',
  intents: [
    GatewayIntentBits.Guilds,
    GatewayIntentBits.GuildModeration,
    GatewayIntentBits.GuildMembers,
    GatewayIntentBits.GuildMessages,
    GatewayIntentBits.MessageContent,
    GatewayIntentBits.AutoModerationExecution,
    GatewayIntentBits.DirectMessages,
  ],
  permissions: [
    'ModerateMembers',
    'KickMembers',
    'BanMembers',
    'ViewAuditLog',
    'ManageMessages',
    'ManageChannels',
    'ManageRoles',
    'ReadMessageHistory',
  ],
  nodes: {
    'moderation.warn': { description: 'Warn members and keep notes', default: 'ModerateMembers' },
    'moderation.timeout': { description: 'Time members out', default: 'ModerateMembers' },
    'moderation.kick': { description: 'Kick members', default: 'KickMembers' },
    'moderation.ban': { description: 'Ban and unban people', default: 'BanMembers' },
    'moderation.purge': { description: 'Delete many messages at once', default: 'ManageMessages' },
    'moderation.state': { description: 'Speak officially and reset cooldowns', default: 'ManageMessages' },
    'moderation.channels': { description: 'Lock and slow down channels', default: 'ManageChannels' },
    'moderation.automod': { description: 'Change the rules of automod', default: 'ManageGuild' },
    'moderation.reports': { description: 'Deal with the reports of members', default: 'ManageMessages' },
    'moderation.cases': { description: 'Read cases and histories', default: 'ModerateMembers' },
  },
  reversals,
  settings: moderationSettings,
  locales: moderationLocales,
  tables: dataRights,
  migrations,
  pieces: {
    commands: {
      warn: WarnCommand,
      note: NoteCommand,
      timeout: TimeoutCommand,
      untimeout: UntimeoutCommand,
      kick: KickCommand,
      ban: BanCommand,
      softban: SoftbanCommand,
      unban: UnbanCommand,
      'mass-ban': MassBanCommand,
      purge: PurgeCommand,
      modstats: ModstatsCommand,
      mod: ModCommand,
      slowmode: SlowmodeCommand,
      lock: LockCommand,
      unlock: UnlockCommand,
      automod: AutomodCommand,
      case: CaseCommand,
      history: HistoryCommand,
      report: ReportCommand,
      reports: ReportsCommand,
    },
    listeners: { ...watchListeners, ...automodListeners },
    interactionHandlers: {
      'automod-edit': AutomodEditHandler,
      'automod-list': AutomodListHandler,
      'case-list': CaseListHandler,
      history: HistoryHandler,
      'mass-ban': MassBanHandler,
      purge: PurgeHandler,
      'warn-author': WarnAuthorHandler,
      ...reportHandlers,
    },
  },
  jobs: moderationJobs,
  setup: (context) => new Moderation(context),
});

declare module '@twi/sdk' {
  interface PluginServices {
    moderation: Moderation;
  }
}
