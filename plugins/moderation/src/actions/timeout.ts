import { UserError } from '@twi/sdk';
import { PermissionFlagsBits } from 'discord.js';
import { targetIsAdministrator } from '../errors.ts';
import { findMember } from './target.ts';
import type { DiscordAction } from './discord-action.ts';

/** What a moment may lose on its way through Discord. */
const ROUNDED_MS = 1_000;
/** The person is told before it begins, so that it ends later than it was opened with. */
const TOLD_FIRST_MS = 60_000;

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
  async holds(guild, targetId, expiresAt) {
    const member = await findMember(guild, targetId);
    if (!expiresAt) return member?.isCommunicationDisabled() ?? false;
    const laterMs = (member?.communicationDisabledUntilTimestamp ?? 0) - expiresAt.getTime();
    return laterMs > -ROUNDED_MS && laterMs < TOLD_FIRST_MS;
  },
};
