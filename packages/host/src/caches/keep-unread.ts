import { type Channel, ChannelType, type Client, type Snowflake, type ThreadChannel } from 'discord.js';
import type { DeferredCollection } from './deferred-collection.ts';

interface Replaced {
  users: { dmChannel(userId: Snowflake): Channel | null };
  sweepers: { sweepThreads(filter: ThreadFilter): number };
}
interface Remover {
  _remove(id: Snowflake): void;
}
type ThreadFilter = (thread: ThreadChannel, id: Snowflake, channels: unknown) => boolean;

/**
 * Keeps discord.js from building every channel when it looks for a direct message, and each hour for old threads. Direct
 * messages are always built; so is a thread that was archived since it became known.
 */
export function keepUnread(client: Client): void {
  const channels = client.channels.cache as DeferredCollection<Channel>; // -- as `makeCache` makes it
  const replaced = client as unknown as Replaced; // -- the first one is there, and not in the types
  replaced.users.dmChannel = (userId) => {
    for (const [, channel] of channels.built())
      if (channel.type === ChannelType.DM && channel.recipientId === userId) return channel;
    return null;
  };
  replaced.sweepers.sweepThreads = (filter) => {
    const threads = Array.from(channels.built()).flatMap(([, channel]) =>
      channel.isThread() && filter(channel, channel.id, channels) ? [channel] : [],
    );
    for (const { id } of threads) (client.channels as unknown as Remover)['_remove'](id); // -- as discord.js does
    return threads.length;
  };
}
