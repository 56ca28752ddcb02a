import { UserError } from '@twi/sdk';
import { targetNotTimedOut } from '../errors.ts';
import { findMember } from './target.ts';
import type { DiscordAction } from './discord-action.ts';

export const untimeout: DiscordAction = {
  permission: 'ModerateMembers',
  membersOnly: true,
  changesBan: false,
  async assertSensible({ member, user }) {
    if (!member?.isCommunicationDisabled()) throw new UserError(targetNotTimedOut(user.id));
  },
  apply: ({ target, auditReason }) =>
    target.guild.members.edit(target.user, { communicationDisabledUntil: null, reason: auditReason }),
  holds: async (guild, targetId) => !(await findMember(guild, targetId))?.isCommunicationDisabled(),
};
