import { isAgeRestricted } from '@twi/sdk';
import {
  ChannelType,
  type GuildBasedChannel,
  type GuildMember,
  PermissionFlagsBits,
  type Role,
  type Snowflake,
} from 'discord.js';

/** Tells whether a member sees what is posted in a channel. */
export function canSee(member: GuildMember, channelId: Snowflake): boolean {
  const channel = member.guild.channels.cache.get(channelId);
  return channel?.permissionsFor(member)?.has(PermissionFlagsBits.ViewChannel) === true;
}

/** Tells whether all who see `elsewhere` may read what stands in `source`: by their roles, and by how adult it is. */
export function isOpenTo(source: GuildBasedChannel, elsewhere: GuildBasedChannel): boolean {
  if (isAgeRestricted(source) && !isAgeRestricted(elsewhere)) return false;
  if (source.type === ChannelType.PrivateThread) return false;
  const seers = source.guild.roles.cache.filter((role) => isSeenBy(elsewhere, role));
  return seers.every((role) => isSeenBy(source, role));
}

function isSeenBy(channel: GuildBasedChannel, role: Role): boolean {
  return channel.permissionsFor(role).has(PermissionFlagsBits.ViewChannel);
}
