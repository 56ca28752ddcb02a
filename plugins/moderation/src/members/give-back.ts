import { STAFF_POWERS } from '@twi/sdk';
import type { GuildMember, Role, Snowflake } from 'discord.js';

/**
 * Which of the roles that somebody had they get back: those that the bot can give, that no bot or service manages, and
 * that carry no powers of the staff; else who was thrown out of the staff would be back in it by leaving and joining.
 */
export function rolesToGiveBack(
  { guild }: GuildMember,
  roleIds: readonly Snowflake[],
  ignoredIds: readonly Snowflake[],
): Role[] {
  return roleIds.flatMap((id) => {
    const role = guild.roles.cache.get(id);
    if (!role || ignoredIds.includes(id) || id === guild.id) return [];
    return role.editable && !role.managed && !role.permissions.any(STAFF_POWERS) ? role : [];
  });
}
