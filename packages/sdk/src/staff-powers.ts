import type { PermissionsString } from 'discord.js';

/** Permissions that belong to the staff of a server: no plugin hands out roles that carry them without one of the staff. */
export const STAFF_POWERS = [
  'Administrator',
  'ManageGuild',
  'ManageRoles',
  'ManageChannels',
  'ManageMessages',
  'ManageThreads',
  'ManageWebhooks',
  'ManageNicknames',
  'KickMembers',
  'BanMembers',
  'ModerateMembers',
  'MuteMembers',
  'DeafenMembers',
  'MoveMembers',
  'MentionEveryone',
  'ViewAuditLog',
] as const satisfies readonly PermissionsString[];
