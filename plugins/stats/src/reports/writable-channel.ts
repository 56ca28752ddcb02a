import {
  ChannelType,
  type Guild,
  type NewsChannel,
  PermissionFlagsBits,
  type Snowflake,
  type TextChannel,
} from 'discord.js';

const NEEDED = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.EmbedLinks,
  PermissionFlagsBits.AttachFiles,
] as const;

/** A channel of the guild, if the bot may post pictures in it as far as it knows. */
export function writableChannel(guild: Guild, channelId: Snowflake): NewsChannel | TextChannel | undefined {
  const channel = guild.channels.cache.get(channelId);
  const { me } = guild.members;
  if (channel?.type !== ChannelType.GuildText && channel?.type !== ChannelType.GuildAnnouncement)
    return undefined;
  return me && channel.permissionsFor(me).has(NEEDED) ? channel : undefined;
}
