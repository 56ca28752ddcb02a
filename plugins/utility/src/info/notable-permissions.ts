import { permissionName } from '@twi/sdk';
import { PermissionFlagsBits, type PermissionsBitField, type PermissionsString } from 'discord.js';

/** What sets somebody apart, the most powerful first. */
const NOTABLE = [
  'Administrator',
  'ManageGuild',
  'ManageRoles',
  'ManageChannels',
  'BanMembers',
  'KickMembers',
  'ModerateMembers',
  'ManageMessages',
  'ManageWebhooks',
  'ManageThreads',
  'ManageEvents',
  'ManageNicknames',
  'ManageGuildExpressions',
  'MentionEveryone',
  'ViewAuditLog',
  'MoveMembers',
  'MuteMembers',
] as const satisfies readonly PermissionsString[];

const MOST_NAMED = 8;

/** The permissions that set somebody apart, as Discord's settings name them. An administrator has all of them. */
export function notablePermissions(permissions: Readonly<PermissionsBitField>): readonly string[] {
  if (permissions.has(PermissionFlagsBits.Administrator)) return [permissionName('Administrator')];
  return NOTABLE.filter((permission) => permissions.has(permission, false))
    .slice(0, MOST_NAMED)
    .map(permissionName);
}
