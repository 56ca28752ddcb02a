import { type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { type GuildMember, inlineCode, type User, userMention } from 'discord.js';
import type { InfoField } from '../info/info-field.ts';
import { listed } from '../info/listed.ts';
import { momentWithAge } from '../info/moment-with-age.ts';
import { notablePermissions } from '../info/notable-permissions.ts';
import { withThumbnail } from './with-thumbnail.ts';

/** So many mentions stay within a field (Resources › Message › Embed Limits). */
const MOST_ROLES = 20;

/** What is known of a person: of their account, and of them here where they are a member. */
export function userInfoReply(user: User, member: GuildMember | null, t: Translator): PlainReply {
  const answer = reply.info(
    member ? userMention(user.id) : `${userMention(user.id)}\n${t('utility:info.not-here')}`,
    {
      title: escaped(member?.displayName ?? user.displayName),
      fields: [...accountFields(user, t), ...(member ? memberFields(member, t) : [])],
    },
  );
  return withThumbnail(answer, (member ?? user).displayAvatarURL({ size: 256 }));
}

function accountFields(user: User, t: Translator): InfoField[] {
  return [
    { name: t('utility:info.username'), value: inlineCode(user.tag), inline: true },
    { name: t('utility:info.id'), value: inlineCode(user.id), inline: true },
    ...(user.bot ? [{ name: t('utility:info.kind'), value: t('utility:info.bot'), inline: true }] : []),
    { name: t('utility:info.account-since'), value: momentWithAge(user.createdAt) },
  ];
}

function memberFields(member: GuildMember, t: Translator): InfoField[] {
  const { guild, joinedAt, premiumSince } = member;
  const roles = member.roles.cache
    .filter(({ id }) => id !== guild.id)
    .sorted((one, other) => other.comparePositionTo(one))
    .map(String);
  const permissions = notablePermissions(member.permissions);
  return [
    ...(joinedAt
      ? [{ name: t('utility:info.joined'), value: `${momentWithAge(joinedAt)}${nthMember(member, t)}` }]
      : []),
    ...(premiumSince ? [{ name: t('utility:info.boosting'), value: momentWithAge(premiumSince) }] : []),
    ...(roles.length > 0
      ? [{ name: t('utility:info.roles', { amount: roles.length }), value: listed(roles, MOST_ROLES, t) }]
      : []),
    ...(member.id === guild.ownerId
      ? [{ name: t('utility:info.permissions'), value: t('utility:info.owner-of-all') }]
      : permissions.length > 0
        ? [{ name: t('utility:info.permissions'), value: permissions.join(', ') }]
        : []),
  ];
}

/** Which member they are by the time they joined; only where everybody is known already, as asking costs much. */
function nthMember({ guild, joinedTimestamp }: GuildMember, t: Translator): string {
  const { cache } = guild.members;
  if (joinedTimestamp === null || cache.size < guild.memberCount) return '';
  const earlier = cache.filter((other) => (other.joinedTimestamp ?? Infinity) < joinedTimestamp).size;
  return ` · ${t('utility:info.nth', { nth: earlier + 1, members: guild.memberCount })}`;
}
