import { type PlainReply, reply } from '@twi/sdk';
import type { GuildMember } from 'discord.js';

/** What a moderator says officially, with their name below. */
export function noticeReply(text: string, { displayName, guild, user }: GuildMember): PlainReply {
  return reply.warning(text.replaceAll('\\n', '\n'), {
    title: 'Official notice',
    footer: `${displayName} (${user.username}), for the moderators of ${guild.name}`,
  });
}
