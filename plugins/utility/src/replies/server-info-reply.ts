import { type PlainReply, reply, type Translator, escaped } from '@twi/sdk';
import {
  ChannelType,
  type Guild,
  type GuildMember,
  inlineCode,
  PermissionFlagsBits,
  userMention,
} from 'discord.js';
import { momentWithAge } from '../info/moment-with-age.ts';
import { withThumbnail } from './with-thumbnail.ts';

/** Discord's limit (Support › Server limits). */
const MOST_ROLES = 250;

const TEXT = [ChannelType.GuildText, ChannelType.GuildAnnouncement] as const;
const FORUM = [ChannelType.GuildForum, ChannelType.GuildMedia] as const;
const VOICE = [ChannelType.GuildVoice, ChannelType.GuildStageVoice] as const;

/** What is known of a server. Channels that the reader cannot see are not counted. */
export function serverInfoReply(guild: Guild, reader: GuildMember, t: Translator): PlainReply {
  const amount = (value: number): string => value.toLocaleString(t.locale);
  const answer = reply.info(guild.description ? escaped(guild.description) : '', {
    title: escaped(guild.name),
    fields: [
      { name: t('utility:info.id'), value: inlineCode(guild.id), inline: true },
      { name: t('utility:info.owner'), value: userMention(guild.ownerId), inline: true },
      { name: t('utility:info.members'), value: amount(guild.memberCount), inline: true },
      { name: t('utility:info.channels'), value: channelsText(reader, t), inline: true },
      {
        name: t('utility:info.role-count'),
        value: t('utility:info.of', { nth: guild.roles.cache.size, all: MOST_ROLES }),
        inline: true,
      },
      { name: t('utility:info.emojis'), value: emojisText(guild, t), inline: true },
      {
        name: t('utility:info.boosts'),
        value: t('utility:info.tier', {
          boosts: guild.premiumSubscriptionCount ?? 0,
          tier: guild.premiumTier,
        }),
        inline: true,
      },
      { name: t('utility:info.created'), value: momentWithAge(guild.createdAt) },
    ],
    ...(guild.banner && { imageUrl: guild.bannerURL({ size: 1_024 }) ?? '' }),
  });
  return withThumbnail(answer, guild.iconURL({ size: 256 }));
}

function channelsText(reader: GuildMember, t: Translator): string {
  const seen = reader.guild.channels.cache.filter(
    (channel) => !channel.isThread() && channel.permissionsFor(reader).has(PermissionFlagsBits.ViewChannel),
  );
  const count = (types: readonly ChannelType[]): number =>
    seen.filter(({ type }) => types.includes(type)).size;
  return t('utility:info.channel-kinds', { text: count(TEXT), forums: count(FORUM), voice: count(VOICE) });
}

function emojisText({ emojis, stickers }: Guild, t: Translator): string {
  const animated = emojis.cache.filter((emoji) => emoji.animated).size;
  return t('utility:info.emoji-kinds', {
    still: emojis.cache.size - animated,
    animated,
    stickers: stickers.cache.size,
  });
}
