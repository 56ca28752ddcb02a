import { ChannelType, type ForumChannel, type GuildBasedChannel, type TextChannel } from 'discord.js';

/** The kinds of channels that items can be posted to. */
export const DESTINATION_TYPES = [ChannelType.GuildText, ChannelType.GuildForum] as const;

/** A channel that items can be posted to. */
export type DestinationChannel = ForumChannel | TextChannel;

/** Tells whether items can be posted to a channel. */
export function isDestinationChannel(channel: GuildBasedChannel): channel is DestinationChannel {
  return channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildForum;
}
