import { UserError } from '@twi/sdk';
import { DiscordAPIError } from 'discord.js';
import { targetBanned } from '../errors.ts';
import type { DiscordAction } from './discord-action.ts';
import { isReasonOf } from './case-reason.ts';
import { refusalSentence } from './discord-refusal.ts';
import { findBan, isBanned } from './is-banned.ts';
import { NotLifted } from './not-lifted.ts';
import { OvertakenError } from './overtaken-error.ts';
import { findMember } from './target.ts';

const A_DAY_IN_SECONDS = 86_400;

/** A ban that is lifted at once: it removes the member with what they wrote. */
export const softban: DiscordAction = {
  permission: 'BanMembers',
  membersOnly: true,
  changesBan: true,
  // Lifting it would end a ban that somebody else meant to last.
  async assertSensible({ guild, user }) {
    if (await isBanned(guild, user.id)) throw new UserError(targetBanned(user.id));
  },
  async apply({ target: { guild, user }, auditReason }) {
    // The bans of a person take turns, and the check came before this one's.
    if (await isBanned(guild, user.id)) throw new OvertakenError('They were banned meanwhile.');
    await guild.bans.create(user, { deleteMessageSeconds: A_DAY_IN_SECONDS, reason: auditReason });
    try {
      await guild.bans.remove(user, auditReason);
      return undefined;
    } catch (error) {
      // The member is gone and banned; a case that says it failed would leave them so.
      if (error instanceof DiscordAPIError) return new NotLifted(refusalSentence(error));
      throw error;
    }
  },
  async finish(guild, opened) {
    const ban = await findBan(guild, opened.targetId);
    if (ban && isReasonOf(opened, ban.reason ?? null))
      await guild.bans.remove(ban.user, ban.reason ?? undefined);
  },
  holds: async (guild, targetId) =>
    (await findMember(guild, targetId)) === undefined && !(await isBanned(guild, targetId)),
};
