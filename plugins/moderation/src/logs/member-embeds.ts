import { clip } from '@twi/sdk';
import {
  type APIEmbed,
  Colors,
  type GuildMember,
  inlineCode,
  type PartialGuildMember,
  roleMention,
  type Snowflake,
  time,
  TimestampStyles,
  userMention,
} from 'discord.js';

/** Discord's limit for a field (Resources › Message › Embed Limits). */
const LONGEST_FIELD = 1_024;

function whoIs({ id, user }: GuildMember | PartialGuildMember): string {
  return `${userMention(id)} ${inlineCode(user.username)} (${id})`;
}

function rolesText(roleIds: readonly Snowflake[]): string {
  return clip(roleIds.map(roleMention).join(' '), LONGEST_FIELD);
}

/** Somebody joined. @param invite the code that they used, where that is known */
export function joinEmbed(member: GuildMember, invite: string | undefined): APIEmbed {
  return {
    title: 'Joined',
    color: Colors.Green,
    description: whoIs(member),
    fields: [
      {
        name: 'Account created',
        value: time(member.user.createdAt, TimestampStyles.RelativeTime),
        inline: true,
      },
      ...(invite === undefined ? [] : [{ name: 'Invite', value: inlineCode(invite), inline: true }]),
    ],
  };
}

/** Somebody left, or was made to leave. */
export function leaveEmbed(member: GuildMember | PartialGuildMember): APIEmbed {
  const roleIds = heldRoles(member);
  const joinedAt = member.joinedAt && time(member.joinedAt, TimestampStyles.RelativeTime);
  return {
    title: 'Left',
    color: Colors.Grey,
    description: whoIs(member),
    fields: [
      ...(joinedAt ? [{ name: 'Joined', value: joinedAt, inline: true }] : []),
      ...(roleIds.length > 0 ? [{ name: 'Roles', value: rolesText(roleIds) }] : []),
    ],
  };
}

/** What changed of a member, or `undefined` when it is nothing that is logged. */
export function profileEmbed(
  before: GuildMember | PartialGuildMember,
  after: GuildMember,
): APIEmbed | undefined {
  const [held, holds] = [heldRoles(before), heldRoles(after)];
  const given = holds.filter((id) => !held.includes(id));
  const taken = held.filter((id) => !holds.includes(id));
  const fields = [
    ...(given.length > 0 ? [{ name: 'Roles given', value: rolesText(given) }] : []),
    ...(taken.length > 0 ? [{ name: 'Roles taken', value: rolesText(taken) }] : []),
    ...(before.nickname === after.nickname
      ? []
      : [{ name: 'Nickname', value: `${nameText(before.nickname)} → ${nameText(after.nickname)}` }]),
  ];
  if (fields.length === 0) return undefined;
  return { title: 'Member changed', color: Colors.Aqua, description: whoIs(after), fields };
}

function nameText(nickname: string | null): string {
  return nickname === null ? '*none*' : inlineCode(nickname);
}

/** Everybody holds the role of the guild itself. */
function heldRoles({ roles, guild }: GuildMember | PartialGuildMember): Snowflake[] {
  return [...roles.cache.keys()].filter((id) => id !== guild.id);
}
