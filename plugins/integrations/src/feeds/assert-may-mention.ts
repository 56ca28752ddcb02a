import { UserError } from '@twi/sdk';
import { type GuildBasedChannel, type GuildMember, PermissionFlagsBits, type Role } from 'discord.js';
import { mayNotMention } from './feed-command-errors.ts';

/**
 * Whether a feed in a channel may mention a role: whoever wants it to, and the bot, have to be allowed to do it there
 * themselves (Discord, Resources › Message, Allowed Mentions).
 *
 * @throws {UserError} `integrations.may-not-mention`, `integrations.bot-may-not-mention`
 */
export function assertMayMention(role: Role, channel: GuildBasedChannel, member: GuildMember): void {
  const { guild } = role;
  if (role.id !== guild.id && role.mentionable) return;
  const may = (who: GuildMember | null) =>
    who !== null && channel.permissionsFor(who).has(PermissionFlagsBits.MentionEveryone);
  if (!may(member)) throw new UserError(mayNotMention('may-not-mention', role, channel.id));
  if (!may(guild.members.me)) throw new UserError(mayNotMention('bot-may-not-mention', role, channel.id));
}
