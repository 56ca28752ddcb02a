import type { DataRights } from '../data-rights.ts';

/** What core keeps about guilds and persons; export, erasure and purge are made from it. */
export const coreDataRights = {
  guilds: { guild: 'id', erase: 'delete' },
  users: { person: 'id', erase: 'delete' },
  guild_plugins: { guild: 'guildId', person: 'changedBy', erase: 'anonymise' },
  settings_revisions: { guild: 'guildId', person: 'changedBy', erase: 'anonymise' },
  permission_overrides: { guild: 'guildId', person: 'userId', erase: 'delete' },
  command_usages: { guild: 'guildId', person: 'userId', erase: 'anonymise' },
  cooldowns: {
    guild: 'guildId',
    person: 'userId',
    erase: {
      keep: 'How often you used a command that one has to wait for. It goes when the wait is over, and erasing must not shorten it.',
    },
  },
  command_sync: { guild: 'guildId', erase: 'delete' },
  error_logs: { guild: 'guildId', person: 'userId', erase: 'anonymise' },
  audit_logs: {
    guild: 'guildId',
    person: ['userId', 'reversedBy'],
    erase: {
      keep: 'A server must be able to see who changed what in it. The record goes when the bot leaves the server and its data is purged.',
    },
  },
  credentials: { guild: 'guildId', person: 'rotatedBy', erase: 'anonymise' },
} as const satisfies DataRights;
