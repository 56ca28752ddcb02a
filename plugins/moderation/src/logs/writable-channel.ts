import { type Guild, type GuildTextBasedChannel, PermissionFlagsBits, type Snowflake } from 'discord.js';

const NEEDED = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.EmbedLinks,
] as const;

/** A channel of the guild, if the bot may post embeds in it as far as it knows. */
export function writableChannel(guild: Guild, channelId: Snowflake): GuildTextBasedChannel | undefined {
  const channel = guild.channels.cache.get(channelId);
  const { me } = guild.members;
  if (!channel?.isTextBased() || !me || !channel.permissionsFor(me).has(NEEDED)) return undefined;
  return channel;
}
