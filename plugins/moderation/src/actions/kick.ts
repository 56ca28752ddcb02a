import { findMember } from './target.ts';
import type { DiscordAction } from './discord-action.ts';

export const kick: DiscordAction = {
  permission: 'KickMembers',
  membersOnly: true,
  changesBan: false,
  apply: ({ target, auditReason }) => target.guild.members.kick(target.user, auditReason),
  holds: async (guild, targetId) => (await findMember(guild, targetId)) === undefined,
};
