import type { Guild } from 'discord.js';
import { roleProblem } from './role-problem.ts';
import type { SelfRole } from './self-role.ts';

/** Roles that are still there, by category, weight and name. */
export function sortedRoles(roles: readonly SelfRole[], { roles: { cache } }: Guild): SelfRole[] {
  const name = ({ roleId }: SelfRole): string => cache.get(roleId)?.name ?? '';
  return roles
    .filter(({ roleId }) => cache.has(roleId))
    .toSorted(
      (left, right) =>
        left.category.localeCompare(right.category) ||
        left.weight - right.weight ||
        name(left).localeCompare(name(right)),
    );
}

/** Those of them that may be shown to members: not what became a role of the staff since, or of another bot. */
export function shownRoles(roles: readonly SelfRole[], guild: Guild): SelfRole[] {
  return sortedRoles(roles, guild).filter(({ roleId }) => {
    const role = guild.roles.cache.get(roleId);
    const problem = role && roleProblem(role);
    return problem !== 'staff-powers' && problem !== 'managed';
  });
}
