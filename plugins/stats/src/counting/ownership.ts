import { channelOutlines } from '@twi/sdk';
import type { Guild, Snowflake } from 'discord.js';
import type { StatsContext } from '../context.ts';
import { GuildRepository } from '../database/guild-repository.ts';
import type { VoiceWatch } from '../voice/voice-watch.ts';
import type { BatchQueue } from './batch-queue.ts';
import type { Tracks } from './tracks.ts';

const BEAT_MS = 10_000;

interface OwnershipParts {
  readonly context: StatsContext;
  readonly sessionId: string;
  readonly queue: BatchQueue;
  readonly tracks: Tracks;
  readonly voice: VoiceWatch;
}

/** Sees to it that one process at a time counts a guild, from where another has stopped. */
export class Ownership {
  readonly #parts: OwnershipParts;
  readonly #guilds: GuildRepository;
  /** Where the plugin was off. */
  readonly #off = new Set<Snowflake>();
  /** Whether it seemed to be off everywhere, and the database was not asked yet. */
  #isOffEverywhere = false;
  #nextBeatAt = 0;

  constructor(parts: OwnershipParts) {
    this.#parts = parts;
    this.#guilds = new GuildRepository(parts.context.db, parts.sessionId);
  }

  /** Watches a guild; what was missed since it was last watched becomes a gap. Where the plugin is off, it is forgotten again. */
  watch(guild: Guild): void {
    const { queue, tracks } = this.#parts;
    const track = tracks.of(guild);
    tracks.collect(queue.current, performance.now());
    queue.cut();
    tracks.catchUp(track, channelOutlines(guild));
  }

  /** Watches all guilds where the plugin is on. */
  watchAll(): void {
    const { client, services } = this.#parts.context;
    const guilds = Map.groupBy(client.guilds.cache.values(), ({ id }) =>
      services.get('stats', id) === undefined ? 'off' : 'on',
    );
    // Where it seems to be off everywhere, the host may have stopped it and only try it: the database is asked then.
    this.#isOffEverywhere = !guilds.has('on');
    if (this.#isOffEverywhere) return;
    for (const { id } of guilds.get('off') ?? []) this.#off.add(id);
    for (const guild of guilds.get('on') ?? []) this.#watchNew(guild);
  }

  /** Where nothing was counted yet, nothing has to be told apart from what is missed. */
  #watchNew(guild: Guild): void {
    const { tracks } = this.#parts;
    if (tracks.find(guild.id)) this.watch(guild);
    else tracks.of(guild);
  }

  /** Watches the guilds where the database says that it is on. Until then nothing was counted, so all that is there was missed. */
  async #askWhereOn(): Promise<void> {
    const guilds = this.#parts.context.client.guilds.cache;
    const on = new Set(await this.#guilds.onlyEnabled([...guilds.keys()]));
    this.#isOffEverywhere = false;
    for (const guild of guilds.values())
      if (on.has(guild.id)) this.#watchNew(guild);
      else this.#off.add(guild.id);
  }

  /** Takes over the guilds that began to be watched. */
  async begin(): Promise<void> {
    const { context, tracks, voice } = this.#parts;
    if (this.#isOffEverywhere) await this.#askWhereOn();
    // It may be on again by now, but not for what was written meanwhile.
    const off = [...this.#off];
    await this.#guilds.stop(off);
    for (const guildId of off) this.#off.delete(guildId);
    const begun = tracks.all.filter(({ ownership }) => ownership === 'new');
    if (begun.length === 0) return;
    await this.#stopWhereOff(begun.map(({ guildId }) => guildId));
    const on = begun.filter((track) => tracks.find(track.guildId) === track);
    if (on.length === 0) return;
    await this.#guilds.takeOver(
      on.map(({ guildId, startId }) => ({ guildId, startId, members: this.#membersOf(guildId) })),
    );
    for (const track of on) track.ownership = 'owned';
    await voice.begin(on.flatMap(({ guildId }) => context.client.guilds.cache.get(guildId) ?? []));
  }

  /** Another process counts a guild. */
  lose(guildId: Snowflake): void {
    const { context, queue, tracks, voice } = this.#parts;
    context.logger.info(`Another process counts the guild ${guildId} now.`);
    tracks.lose(guildId);
    queue.dropGuild(guildId);
    voice.end(guildId);
  }

  /** Removes what is known of processes that ended long ago. */
  forgetSessions(): Promise<void> {
    return this.#guilds.forgetSessions();
  }

  /** {@link #beat}, if the last one is long ago. */
  async beatIfDue(): Promise<void> {
    if (performance.now() < this.#nextBeatAt) return;
    await this.#beat();
    this.#nextBeatAt = performance.now() + BEAT_MS;
  }

  /** Tells that this process is at work, takes over what others left, and stops where the plugin was switched off. */
  async #beat(): Promise<void> {
    const { context, tracks } = this.#parts;
    const guildIds = (ownership: 'lost' | 'owned'): Snowflake[] =>
      tracks.all.filter((track) => track.ownership === ownership).map(({ guildId }) => guildId);
    await this.#stopWhereOff(guildIds('owned'));
    await this.#guilds.beat(
      guildIds('owned').map((guildId) => ({ guildId, members: this.#membersOf(guildId) })),
    );
    for (const guildId of await this.#guilds.abandonedOf(guildIds('lost'))) {
      tracks.forgetGuilds(new Set([guildId]));
      const guild = context.client.guilds.cache.get(guildId);
      if (guild) this.watch(guild);
    }
  }

  /** Asks the database: while the host has stopped the plugin, its gate is closed for guilds where it is on. */
  async #stopWhereOff(guildIds: readonly Snowflake[]): Promise<void> {
    const { context, queue, tracks, voice } = this.#parts;
    const on = new Set(await this.#guilds.onlyEnabled(guildIds));
    const off = guildIds.filter((guildId) => !on.has(guildId) || !context.client.guilds.cache.has(guildId));
    await this.#guilds.stop(off);
    tracks.forgetGuilds(new Set(off));
    for (const guildId of off) {
      queue.dropGuild(guildId);
      voice.end(guildId);
    }
  }

  #membersOf(guildId: Snowflake): number {
    return this.#parts.context.client.guilds.cache.get(guildId)?.memberCount ?? 0;
  }
}
