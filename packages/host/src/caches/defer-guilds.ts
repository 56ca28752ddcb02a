import {
  type Channel,
  type Client,
  Guild,
  type GatewayGuildCreateDispatchData,
  type Snowflake,
} from 'discord.js';
import { DeferredCollection, Promised } from './deferred-collection.ts';
import type { GuildChannels } from './guild-channels.ts';
import { PackedGuild } from './packed-guild.ts';

/** What the library keeps to itself: a structure takes up what Discord sent of it, a manager builds one. */
interface Patched {
  _patch: (data: object) => void;
}
interface Builder {
  _add(data: object): unknown;
}

const packs = new WeakMap<Guild, PackedGuild>();
let isPatched = false;

/**
 * Lets guilds keep what Discord sends of their channels, roles, emojis and stickers as it is, for clients with such
 * caches, until somebody reads it. Most guilds of a large bot are quiet for most of the time. Replaces a method of
 * discord.js, which has no place for that; once for all clients.
 */
export function deferGuilds(): void {
  if (isPatched) return;
  isPatched = true;
  const prototype = Guild.prototype as unknown as Patched; // -- it is there, and not in the types
  const patch = prototype['_patch'];
  prototype['_patch'] = function (this: Guild, data: Partial<GatewayGuildCreateDispatchData>): void {
    // Only guilds that become available come with channels.
    if (data.channels && this.channels.cache instanceof DeferredCollection)
      patchDeferred(this, data as GatewayGuildCreateDispatchData, (rest) => patch.call(this, rest));
    else patch.call(this, data);
  };
}

function patchDeferred(
  guild: Guild,
  data: GatewayGuildCreateDispatchData,
  patch: (data: object) => void,
): void {
  const { channels, threads, roles, emojis, stickers = [] } = data;
  // Discord says nothing about what changed during an outage; discord.js finds out, and tells of it.
  const isNew = !(guild as Partial<Guild>).emojis;
  const expressions = isNew ? { emojis: [], stickers: [] } : { emojis, stickers };
  patch({ ...data, channels: [], threads: [], roles: [], ...expressions });
  const packed = new PackedGuild(guild, {
    channels,
    threads,
    roles,
    ...(isNew ? { emojis, stickers } : { emojis: [], stickers: [] }),
  });
  forgetOld(guild);
  packs.set(guild, packed);
  deferChannels(guild, packed);
  defer(guild.roles, () => packed.read().roles);
  if (!isNew) return;
  defer(guild.emojis, () => packed.read().emojis);
  defer(guild.stickers, () => packed.read().stickers);
}

function defer(manager: { readonly cache: unknown }, read: () => readonly object[]): void {
  const { cache } = manager as { readonly cache: DeferredCollection<unknown> }; // -- as `makeCache` makes them
  const builder = manager as unknown as Builder;
  cache.defer(() => {
    for (const data of read()) builder['_add'](data);
  });
}

function deferChannels(guild: Guild, packed: PackedGuild): void {
  const all = channelsOf(guild.client);
  const own = guild.channels.cache as unknown as GuildChannels; // -- as `makeCache` makes it
  const { channels, threads } = packed.read();
  for (const data of [...channels, ...threads]) {
    const known = all.peek(data.id);
    if (!known || known instanceof Promised) all.promise(data.id, packed);
    else (known as unknown as Patched)['_patch'](data);
  }
  own.outlineFrom({ packed, all });
  own.defer(() => {
    const { channels: read, threads: readThreads } = packed.read();
    for (const { id } of [...read, ...readThreads]) adopt(own, id, all.peek(id));
  });
}

function adopt(own: GuildChannels, id: Snowflake, known: Channel | Promised | undefined): void {
  if (known instanceof Promised) own.promise(id, known);
  else if (known && !known.isDMBased()) own.set(id, known);
}

/** Channels that were deleted during an outage are nowhere any more. */
function forgetOld(guild: Guild): void {
  const old = packs.get(guild);
  if (!old) return;
  const all = channelsOf(guild.client);
  const { channels, threads } = old.read();
  for (const { id } of [...channels, ...threads]) if (all.peek(id) === old) all.delete(id);
}

function channelsOf({ channels }: Client): DeferredCollection<Channel> {
  return channels.cache as DeferredCollection<Channel>; // -- as `makeCache` makes it
}
