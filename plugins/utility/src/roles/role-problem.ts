import { permissionName, STAFF_POWERS } from '@twi/sdk';
import { type PermissionsString, type Role, roleMention } from 'discord.js';

/** Why members cannot be given a role. */
export type RoleProblem = 'everyone' | 'managed' | 'staff-powers' | 'bot-lacks-permission' | 'above-bot';

/** What stands in the way of giving a role to members (Discord › Topics › Permissions › Permission Hierarchy). */
export function roleProblem(role: Role): RoleProblem | undefined {
  const bot = role.guild.members.me;
  if (role.id === role.guild.id) return 'everyone';
  if (role.managed) return 'managed';
  if (powersOf(role).length > 0) return 'staff-powers';
  if (!bot?.permissions.has('ManageRoles')) return 'bot-lacks-permission';
  return bot.roles.highest.comparePositionTo(role) > 0 ? undefined : 'above-bot';
}

/** A problem for the staff: the exact cause, and how to mend it. */
export function problemText(role: Role, problem: RoleProblem): string {
  const mention = roleMention(role.id);
  const bot = role.guild.members.me;
  const highest = bot ? roleMention(bot.roles.highest.id) : 'my role';
  const texts = {
    everyone: `@everyone is what each member has already. Choose another \`role\`.`,
    managed: `${mention} ${managerOf(role)}, and Discord lets nobody else give it. Choose another \`role\`.`,
    'staff-powers': `${mention} carries powers of the staff (${powersOf(role).map(permissionName).join(', ')}), so members may not take it themselves. Take those permissions from the role, or choose another.`,
    'bot-lacks-permission': `I need the permission **${permissionName('ManageRoles')}** in this server to give ${mention}.`,
    'above-bot': `${mention} stands above ${highest}, my highest role, so I cannot give it. Open Server Settings › Roles, and drag ${highest} above ${mention}.`,
  } as const satisfies Record<RoleProblem, string>;
  return texts[problem];
}

function powersOf({ permissions }: Role): PermissionsString[] {
  // An administrator has all of them, which says it better alone.
  if (permissions.has('Administrator', false)) return ['Administrator'];
  return STAFF_POWERS.filter((power) => permissions.has(power, false));
}

function managerOf({ tags }: Role): string {
  if (tags?.premiumSubscriberRole) return 'is the role of who boosts this server';
  return tags?.botId ? 'belongs to a bot' : 'belongs to an integration such as Twitch or Patreon';
}
