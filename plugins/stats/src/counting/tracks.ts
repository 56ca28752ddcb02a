import { type ChannelOutline, channelOutlines } from '@twi/sdk';
import { type ChannelType, Constants, type Guild, type Snowflake } from 'discord.js';
import type { Batch } from './batch.ts';
import type { ChannelTrack } from './channel-track.ts';
import { type FirstMessage, GuildTrack } from './guild-track.ts';

const THREADS: ReadonlySet<ChannelType> = new Set(Constants.ThreadChannelTypes);
/** Longer than a message takes to settle. */
const REVISIT_MS = 31_000;

interface Touched {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly parentId: Snowflake | null;
  readonly track: ChannelTrack;
}

/** What this process has counted, by guild and channel. */
export class Tracks {
  readonly #guilds = new Map<Snowflake, GuildTrack>();
  /** Channels whose position is to be written. */
  readonly #touched = new Map<Snowflake, Touched>();
  /** Channels whose position will move once nothing can come between any more, and since when. */
  readonly #unsettled = new Map<Snowflake, { readonly touched: Touched; readonly since: number }>();

  /** The track of a guild; it begins now if there is none, with the first message if that is given. */
  of(guild: Guild, first?: FirstMessage): GuildTrack {
    const known = this.#guilds.get(guild.id);
    if (known) return known;
    const channels = Array.from(channelOutlines(guild));
    const track = new GuildTrack(guild.id, channels, first);
    this.#guilds.set(guild.id, track);
    this.catchUp(track, channels, first);
    return track;
  }

  find(guildId: Snowflake): GuildTrack | undefined {
    return this.#guilds.get(guildId);
  }

  /** Whether there are guilds that were not taken over yet. */
  get hasNew(): boolean {
    return this.all.some(({ ownership }) => ownership === 'new');
  }

  get all(): readonly GuildTrack[] {
    return [...this.#guilds.values()];
  }

  /** Notes gaps where channels are further than what was seen of them. */
  catchUp(track: GuildTrack, channels: Iterable<ChannelOutline>, first?: FirstMessage): void {
    for (const channel of track.catchUp(channels, first)) this.touch(track, channel);
  }

  /** Notes that something was counted in a channel, or that it has a gap. */
  touch(guild: GuildTrack, { id, type, parentId }: Omit<ChannelOutline, 'lastMessageId'>): void {
    const track = guild.find(id);
    if (!track || this.#touched.get(id)?.track === track) return;
    this.#touched.set(id, {
      guildId: guild.guildId,
      channelId: id,
      parentId: THREADS.has(type) ? parentId : null,
      track,
    });
  }

  forgetChannel(guildId: Snowflake, channelId: Snowflake): void {
    this.#guilds.get(guildId)?.forget(channelId);
    this.#touched.delete(channelId);
    this.#unsettled.delete(channelId);
  }

  /** Forgets guilds: all at once, as it goes through what was touched in any. */
  forgetGuilds(guildIds: ReadonlySet<Snowflake>): void {
    for (const guildId of guildIds) this.#guilds.delete(guildId);
    this.#removeTouched(guildIds);
  }

  /** Lets another process count a guild. */
  lose(guildId: Snowflake): void {
    const track = this.#guilds.get(guildId);
    if (track) track.ownership = 'lost';
    this.#removeTouched(new Set([guildId]));
  }

  /** Adds the positions that have moved to a batch. */
  collect(batch: Batch, now: number): void {
    for (const [id, { touched, since }] of this.#unsettled)
      if (now - since >= REVISIT_MS) this.#touched.set(id, touched);
    for (const [id, touched] of this.#touched) {
      const { track, ...place } = touched;
      const position = track.position(now);
      batch.positions.set(id, { ...place, gapTo: track.takeGap(), ...position });
      if (position.countedAfter.length === 0) this.#unsettled.delete(id);
      else this.#unsettled.set(id, { touched, since: now });
    }
    this.#touched.clear();
  }

  /** Leaves to gaps what was counted and could not be written, in channels whose positions were, and in those still to be. */
  abandon(channelIds: ReadonlySet<Snowflake>): void {
    for (const { guildId, channelId, track, parentId } of this.#dirty(channelIds)) {
      track.abandon();
      this.#touched.set(channelId, { guildId, channelId, track, parentId });
    }
    this.#unsettled.clear();
  }

  *#dirty(channelIds: ReadonlySet<Snowflake>): Iterable<Touched> {
    // A copy: whoever goes through them touches others.
    yield* Array.from(this.#touched.values());
    for (const { guildId } of this.all)
      for (const channelId of channelIds) {
        const track = this.#guilds.get(guildId)?.find(channelId);
        // What is written of the channel names its parent already.
        if (track && !this.#touched.has(channelId)) yield { guildId, channelId, track, parentId: null };
      }
  }

  #removeTouched(guildIds: ReadonlySet<Snowflake>): void {
    if (guildIds.size === 0) return;
    for (const [id, { guildId }] of this.#touched) if (guildIds.has(guildId)) this.#touched.delete(id);
    for (const [id, { touched }] of this.#unsettled)
      if (guildIds.has(touched.guildId)) this.#unsettled.delete(id);
  }
}
