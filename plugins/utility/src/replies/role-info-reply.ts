import { type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import { inlineCode, type Role } from 'discord.js';
import type { InfoField } from '../info/info-field.ts';
import { momentWithAge } from '../info/moment-with-age.ts';
import { notablePermissions } from '../info/notable-permissions.ts';
import { withThumbnail } from './with-thumbnail.ts';

/** What is known of a role. @param holders how many members have it */
export function roleInfoReply(role: Role, holders: number, t: Translator): PlainReply {
  const { guild } = role;
  const permissions = notablePermissions(role.permissions);
  const share = (holders / guild.memberCount).toLocaleString(t.locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const answer = reply.info(role.toString(), {
    title: escaped(role.name),
    fields: [
      { name: t('utility:info.id'), value: inlineCode(role.id), inline: true },
      {
        name: t('utility:info.members'),
        value: `${holders.toLocaleString(t.locale)} (${share})`,
        inline: true,
      },
      {
        name: t('utility:info.position'),
        value: t('utility:info.of', {
          nth: guild.roles.cache.size - role.position,
          all: guild.roles.cache.size,
        }),
        inline: true,
      },
      {
        name: t('utility:info.colour'),
        value: role.colors.primaryColor === 0 ? '–' : inlineCode(role.hexColor),
        inline: true,
      },
      ...properties(role, t),
      { name: t('utility:info.created'), value: momentWithAge(role.createdAt) },
      ...(permissions.length > 0
        ? [{ name: t('utility:info.permissions'), value: permissions.join(', ') }]
        : []),
    ],
  });
  return withThumbnail(answer, role.iconURL({ size: 256 }));
}

function properties(role: Role, t: Translator): InfoField[] {
  const { tags } = role;
  const words = [
    ...(role.hoist ? [t('utility:info.role.hoisted')] : []),
    ...(role.mentionable ? [t('utility:info.role.mentionable')] : []),
    ...(tags?.premiumSubscriberRole ? [t('utility:info.role.boosters')] : []),
    ...(tags?.botId ? [t('utility:info.role.of-bot', { bot: `<@${tags.botId}>` })] : []),
    ...(tags?.integrationId ? [t('utility:info.role.of-integration')] : []),
  ];
  return words.length > 0 ? [{ name: t('utility:info.properties'), value: words.join(', ') }] : [];
}
