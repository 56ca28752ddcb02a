import { UserError } from '@twi/sdk';
import {
  ChannelType,
  type Client,
  DiscordAPIError,
  type ForumChannel,
  type Guild,
  type GuildBasedChannel,
  type GuildTextBasedChannel,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type Snowflake,
} from 'discord.js';
import { feedChannelClosed, notAFeedChannel } from '../feed-errors.ts';

/** Where feeds are posted: as messages, or each item as a post of its own. */
export type FeedChannel = GuildTextBasedChannel | ForumChannel;

const NEEDED = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.EmbedLinks;

/** The channel of a feed, a thread that is archived too. @throws {DiscordAPIError} where it is gone, or not to be seen. */
export async function fetchFeedChannel(guild: Guild, channelId: Snowflake): Promise<FeedChannel | undefined> {
  const channel = guild.channels.cache.get(channelId) ?? (await guild.channels.fetch(channelId));
  return channel && isFeedChannel(channel) ? channel : undefined;
}

/** @throws {UserError} `integrations.not-a-channel`, `integrations.channel` */
export async function assertFeedChannel(
  client: Client,
  guildId: Snowflake,
  channelId: Snowflake,
): Promise<void> {
  const guild = await client.guilds.fetch(guildId);
  const channel = await fetchFeedChannel(guild, channelId).catch((error: unknown) => {
    if (error instanceof DiscordAPIError && isRefusal(error)) return undefined;
    throw error;
  });
  if (!channel) throw new UserError(notAFeedChannel(channelId));
  const bot = guild.members.me ?? (await guild.members.fetchMe());
  const isThread = channel.isThread();
  const send = isThread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  const isLocked = isThread && channel.locked === true;
  const manage = isLocked ? PermissionFlagsBits.ManageThreads : 0n;
  if (!channel.permissionsFor(bot).has(NEEDED | send | manage))
    throw new UserError(
      feedChannelClosed(channelId, isThread ? 'Send Messages in Threads' : 'Send Messages'),
    );
}

function isFeedChannel(channel: GuildBasedChannel): channel is FeedChannel {
  return (
    channel.type === ChannelType.GuildForum ||
    (channel.isTextBased() && channel.type !== ChannelType.GuildStageVoice)
  );
}

function isRefusal({ code }: DiscordAPIError): boolean {
  return code === RESTJSONErrorCodes.UnknownChannel || code === RESTJSONErrorCodes.MissingAccess;
}
