import type { ChannelOutline } from '@twi/sdk';
import type { GuildBasedChannel, Snowflake } from 'discord.js';
import { ChannelTrack } from './channel-track.ts';

/** The message with which a track begins; discord.js has noted it at its channel by then. */
export interface FirstMessage {
  readonly id: Snowflake;
  readonly channelId: Snowflake;
}

/** What one process has counted of a guild. */
export class GuildTrack {
  readonly guildId: Snowflake;
  /** The newest message when it began. */
  readonly startId: bigint;
  /** Whether this process is the one that counts the guild: `new` until the database was asked. */
  ownership: 'lost' | 'new' | 'owned' = 'new';
  readonly #channels = new Map<Snowflake, ChannelTrack>();

  /** @param first the message that it begins with; without it, everything that there is by now came before. */
  constructor(guildId: Snowflake, channels: readonly ChannelOutline[], first?: FirstMessage) {
    this.guildId = guildId;
    this.startId = newestOf(guildId, channels, first);
  }

  /** The track of a channel; of one that is not known yet, it begins right before a message that came from there. */
  channel(channel: Pick<GuildBasedChannel, 'id'>, messageId: Snowflake): ChannelTrack {
    const known = this.#channels.get(channel.id);
    if (known) return known;
    // What is younger than the track cannot hold anything from before it; an old thread may.
    const isNew = BigInt(channel.id) > this.startId;
    const track = new ChannelTrack(isNew ? 0n : BigInt(messageId) - 1n);
    this.#channels.set(channel.id, track);
    return track;
  }

  find(channelId: Snowflake): ChannelTrack | undefined {
    return this.#channels.get(channelId);
  }

  forget(channelId: Snowflake): void {
    this.#channels.delete(channelId);
  }

  /**
   * Takes note of messages that were written while nobody listened, as the channels themselves tell them.
   *
   * @returns the channels with a gap now
   */
  catchUp(channels: Iterable<ChannelOutline>, first?: FirstMessage): ChannelOutline[] {
    const behind: ChannelOutline[] = [];
    for (const channel of channels) {
      const newest = newestMessage(channel, first);
      if (newest > 0n && this.#skipTo(channel.id, newest)) behind.push(channel);
    }
    return behind;
  }

  #skipTo(channelId: Snowflake, newest: bigint): boolean {
    const known = this.#channels.get(channelId);
    if (known) return known.skipTo(newest);
    this.#channels.set(channelId, new ChannelTrack(newest));
    return true;
  }
}

/** The newest message of a channel that Discord has told of, before a first one; 0 where there can be none. */
function newestMessage({ id, lastMessageId }: ChannelOutline, first?: FirstMessage): bigint {
  if (id === first?.channelId) return BigInt(first.id) - 1n;
  return BigInt(lastMessageId ?? 0);
}

function newestOf(guildId: Snowflake, channels: readonly ChannelOutline[], first?: FirstMessage): bigint {
  let newest = BigInt(guildId);
  for (const channel of channels) {
    const id = newestMessage(channel, first);
    if (id > newest) newest = id;
  }
  return newest;
}
