import { UserError } from '@twi/sdk';
import { targetNotBanned } from '../errors.ts';
import type { DiscordAction } from './discord-action.ts';
import { isBanned } from './is-banned.ts';

export const unban: DiscordAction = {
  permission: 'BanMembers',
  membersOnly: false,
  changesBan: true,
  async assertSensible({ guild, user }) {
    if (!(await isBanned(guild, user.id))) throw new UserError(targetNotBanned(user.id));
  },
  apply: ({ target, auditReason }) => target.guild.bans.remove(target.user, auditReason),
  holds: async (guild, targetId) => !(await isBanned(guild, targetId)),
};
