import { UserError } from '@twi/sdk';
import { type Channel, ChannelType, type GuildMember, type GuildTextBasedChannel } from 'discord.js';
import { channelOutOfSight } from './errors.ts';
import { mayRead } from './find-message.ts';

/** Where members write. */
export const TEXT_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
] as const;

/** How many messages are gone through: five requests at most. */
export const MOST_REPLAYED = 500;
export const DEFAULT_REPLAY = 100;

/** @throws {UserError} `moderation.channel-out-of-sight` unless both the member and the bot may read what was written there. */
export function assertReplayable(channel: Channel | null, member: GuildMember): GuildTextBasedChannel {
  if (!channel?.isTextBased() || channel.isDMBased() || !mayRead(channel, member))
    throw new UserError(channelOutOfSight());
  return channel;
}
