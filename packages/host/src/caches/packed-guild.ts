import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { GatewayGuildCreateDispatchData, Guild, Snowflake } from 'discord.js';
import { Promised } from './deferred-collection.ts';

/** What Discord sent of a guild, as far as it is built when somebody reads it. */
export type GuildParts = Required<
  Pick<GatewayGuildCreateDispatchData, 'channels' | 'threads' | 'roles' | 'emojis' | 'stickers'>
>;

/** What the library keeps to itself of its managers. */
interface ChannelBuilder {
  _add(data: object, guild: Guild): unknown;
}

/** Whatever is read of a guild, more of it is read soon. */
let lastRead: { readonly packed: PackedGuild; readonly parts: GuildParts } | undefined;

/** What Discord sent of a guild, in a tenth of the room; stands for those of its channels that nobody read yet. */
export class PackedGuild extends Promised {
  readonly #guild: Guild;
  /** A character for each byte: a small buffer would keep all of the piece of memory that buffers share alive. */
  readonly #packed: string;
  readonly #building = new Set<Snowflake>();

  constructor(guild: Guild, parts: GuildParts) {
    super();
    this.#guild = guild;
    const bytes = deflateRawSync(JSON.stringify(parts), { level: 1, memLevel: 7 });
    this.#packed = bytes.toString('latin1');
    lastRead = { packed: this, parts };
  }

  read(): GuildParts {
    if (lastRead?.packed === this) return lastRead.parts;
    const parts = JSON.parse(inflateRawSync(Buffer.from(this.#packed, 'latin1')).toString()) as GuildParts; // -- what was packed
    lastRead = { packed: this, parts };
    return parts;
  }

  /** Builds a channel or a thread, and the threads of a channel with it: discord.js lists them there. */
  override build(id: Snowflake): unknown {
    if (this.#building.has(id)) return undefined;
    const { channels, threads } = this.read();
    const data = [...channels, ...threads].find((channel) => channel.id === id);
    if (!data) return undefined;
    this.#building.add(id);
    try {
      const { channels: manager } = this.#guild.client;
      const channel = (manager as unknown as ChannelBuilder)['_add'](data, this.#guild); // -- as discord.js does
      for (const thread of threads) if (thread.parent_id === id) manager.cache.get(thread.id);
      return channel;
    } finally {
      this.#building.delete(id);
    }
  }
}
