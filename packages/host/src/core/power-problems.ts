import { permissionName } from '@twi/sdk';
import { type Guild, type PermissionsString } from 'discord.js';

/** Permissions that reach only members whose highest role is below the bot's (Topics › Permissions › Permission Hierarchy). */
const HIERARCHICAL: ReadonlySet<PermissionsString> = new Set([
  'BanMembers',
  'KickMembers',
  'ManageNicknames',
  'ManageRoles',
  'ModerateMembers',
]);

/** Why the bot cannot do in a guild what a plugin needs it to do, and what helps; nothing when it can. */
export function powerProblems(needed: readonly PermissionsString[], guild: Guild): string[] {
  const { me } = guild.members;
  if (!me) return [];
  const problems: string[] = [];
  const lacking = me.permissions.missing([...needed]);
  if (lacking.length > 0)
    problems.push(`I lack ${lacking.map(permissionName).join(', ')}. Give my role these permissions.`);
  if (needed.some((permission) => HIERARCHICAL.has(permission)) && isAtBottom(guild))
    problems.push('My role stands below all others, so I can act on nobody who has one. Move it up.');
  return problems;
}

function isAtBottom({ roles, members: { me } }: Guild): boolean {
  const others = roles.cache.filter(({ id, managed }) => id !== roles.everyone.id && !managed);
  return others.size > 0 && others.every((role) => (me?.roles.highest.comparePositionTo(role) ?? 0) < 0);
}
