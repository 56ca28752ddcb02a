import type { DataRights } from '../data-rights.ts';

const SETTINGS_KEPT =
  'The settings of a server are the server’s. If they name you, ask its staff to take your name out.';

/** What core keeps about guilds and persons; export, erasure, purge and retention are made from it. */
export const coreDataRights = {
  guilds: { guild: 'id', erase: 'delete' },
  users: { person: 'id', erase: 'delete' },
  guild_plugins: { guild: 'guildId', person: 'changedBy', erase: 'anonymise' },
  settings_revisions: {
    guild: 'guildId',
    person: ['changedBy', 'value'],
    erase: 'anonymise',
    eraseBy: { value: { keep: SETTINGS_KEPT } },
  },
  permission_overrides: { guild: 'guildId', person: 'userId', erase: 'delete' },
  command_usages: {
    guild: 'guildId',
    person: 'userId',
    erase: 'anonymise',
    retention: { column: 'usedAt', days: 400 },
  },
  cooldowns: {
    guild: 'guildId',
    person: 'userId',
    erase: {
      keep: 'How often you used a command that one has to wait for. It goes when the wait is over, and erasing must not shorten it.',
    },
  },
  command_sync: { guild: 'guildId', erase: 'delete' },
  error_logs: {
    guild: 'guildId',
    person: ['userId', 'message', 'stack'],
    erase: 'anonymise',
    retention: { column: 'occurredAt', days: 90 },
  },
  audit_logs: {
    guild: 'guildId',
    person: ['userId', 'reversedBy', 'target', 'details', 'reversal'],
    erase: {
      keep: 'A server must be able to see who changed what in it. The record goes after a time that the bot’s operator sets, and when the bot leaves the server and its data is purged.',
    },
    retention: { column: 'createdAt', days: 730 },
  },
  credentials: { guild: 'guildId', person: 'rotatedBy', erase: 'anonymise' },
  plugin_state: { person: 'lastError', erase: 'anonymise' },
} as const satisfies DataRights;
