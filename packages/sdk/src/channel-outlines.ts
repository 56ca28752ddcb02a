import { type ChannelType, Constants, type Guild, type GuildBasedChannel, type Snowflake } from 'discord.js';

/** What is known of a channel or thread of a guild, whether it is built or not. */
export interface ChannelOutline {
  readonly id: Snowflake;
  readonly type: ChannelType;
  /** The category of a channel, or the channel of a thread. */
  readonly parentId: Snowflake | null;
  /** The newest message that Discord has told of; `null` where there was none, or can be none, as in a forum. */
  readonly lastMessageId: Snowflake | null;
}

/** The property of a cache of channels that lists their outlines; a cache without it has every channel built. */
export const CHANNEL_OUTLINES: unique symbol = Symbol.for('twi.channel-outlines');

interface Outlining extends ReadonlyMap<Snowflake, GuildBasedChannel> {
  readonly [CHANNEL_OUTLINES]?: () => Iterable<ChannelOutline>;
}

/**
 * The channels and open threads of a guild, without building any. The host builds a channel when somebody reads it, and
 * keeps it from then on; whoever goes through those of many guilds reads outlines instead.
 *
 * @param guild whose channels are listed, in no order
 */
export function channelOutlines(guild: Guild): Iterable<ChannelOutline> {
  const cache: Outlining = guild.channels.cache;
  return cache[CHANNEL_OUTLINES]?.() ?? cache.values().map((channel) => outlineOf(channel));
}

/** The outline of a channel or thread that is at hand. */
export function outlineOf(channel: GuildBasedChannel): ChannelOutline {
  const { id, type, parentId } = channel;
  return { id, type, parentId, lastMessageId: channel.isTextBased() ? channel.lastMessageId : null };
}

/** Whether messages can be written in channels of a type. */
export function holdsMessages(type: ChannelType): boolean {
  return (Constants.TextBasedChannelTypes as readonly ChannelType[]).includes(type); // -- any type may be asked for
}
