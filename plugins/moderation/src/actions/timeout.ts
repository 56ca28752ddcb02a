import { UserError } from '@twi/sdk';
import { PermissionFlagsBits } from 'discord.js';
import { targetIsAdministrator } from '../errors.ts';
import { findMember } from './target.ts';
import type { DiscordAction } from './discord-action.ts';

/** Discord ends a timeout by itself. A second one replaces the first. */
export const timeout: DiscordAction = {
  permission: 'ModerateMembers',
  membersOnly: true,
  changesBan: false,
  async assertSensible({ member, user }) {
    if (member?.permissions.has(PermissionFlagsBits.Administrator))
      throw new UserError(targetIsAdministrator(user.id));
  },
  apply: ({ target, auditReason, expiresAt }) =>
    target.guild.members.edit(target.user, {
      communicationDisabledUntil: expiresAt ?? null,
      reason: auditReason,
    }),
  holds: async (guild, targetId) => (await findMember(guild, targetId))?.isCommunicationDisabled() ?? false,
};
