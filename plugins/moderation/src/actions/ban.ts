import type { DiscordAction } from './discord-action.ts';
import { isBanned } from './is-banned.ts';

/** Who is banned already can be banned again: that moves the end of the ban. */
export const ban: DiscordAction = {
  permission: 'BanMembers',
  membersOnly: false,
  changesBan: true,
  apply: ({ target, auditReason, deleteMessageSeconds }) =>
    target.guild.bans.create(target.user, { deleteMessageSeconds, reason: auditReason }),
  holds: isBanned,
};
