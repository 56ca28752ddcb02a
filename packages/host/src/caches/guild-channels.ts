import { CHANNEL_OUTLINES, type ChannelOutline, holdsMessages, outlineOf } from '@twi/sdk';
import type { Channel, GuildBasedChannel, Snowflake } from 'discord.js';
import { DeferredCollection, Promised } from './deferred-collection.ts';
import type { GuildParts, PackedGuild } from './packed-guild.ts';

type SentChannel = GuildParts['channels' | 'threads'][number];

interface Source {
  readonly packed: PackedGuild;
  /** Those of all guilds. */
  readonly all: DeferredCollection<Channel>;
}

/** The channels of a guild, which tells of those that nobody has read without building them. */
export class GuildChannels extends DeferredCollection<GuildBasedChannel> {
  #source: Source | undefined;

  /** Says where they are until somebody reads them. */
  outlineFrom(source: Source): void {
    this.#source = source;
  }

  /** See `channelOutlines`. */
  *[CHANNEL_OUTLINES](): Generator<ChannelOutline> {
    if (!this.#source) return;
    const { packed, all } = this.#source;
    const { channels, threads } = packed.read();
    const sent = new Map<Snowflake, SentChannel>([...channels, ...threads].map((data) => [data.id, data]));
    for (const id of this.isDeferred ? sent.keys() : this.keys()) {
      const known = all.peek(id);
      const data = sent.get(id);
      if (known instanceof Promised) {
        if (data) yield sentOutline(data);
      } else if (known && !known.isDMBased()) yield outlineOf(known);
    }
  }
}

function sentOutline(data: SentChannel): ChannelOutline {
  const { id, type } = data;
  const newest = 'last_message_id' in data && holdsMessages(type) ? data.last_message_id : null;
  return { id, type, parentId: data.parent_id ?? null, lastMessageId: newest ?? null };
}
