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
  /** Where the plugin is off. */
  readonly #off = new Set<Snowflake>();
  #nextBeatAt = 0;

  constructor(parts: OwnershipParts) {
    this.#parts = parts;
    this.#guilds = new GuildRepository(parts.context.db, parts.sessionId);
  }

  /** Watches a guild, if the plugin is on there; what was missed since it was last watched becomes a gap. */
  watch(guild: Guild): void {
    const { queue, tracks } = this.#parts;
    if (!this.isOn(guild.id)) return;
    const track = tracks.of(guild);
    tracks.collect(queue.current, performance.now());
    queue.cut();
    tracks.catchUp(track, guild.channels.cache.values());
  }

  /** Watches all guilds where the plugin is on. */
  watchAll(): void {
    for (const guild of this.#parts.context.client.guilds.cache.values()) {
      if (this.isOn(guild.id)) this.watch(guild);
      else this.#off.add(guild.id);
    }
  }

  isOn(guildId: Snowflake): boolean {
    return this.#parts.context.services.get('stats', guildId) !== undefined;
  }

  /** Takes over the guilds that began to be watched. */
  async begin(): Promise<void> {
    const { context, tracks, voice } = this.#parts;
    // It may have been switched off right before the bot stopped.
    await this.#guilds.stop([...this.#off]);
    this.#off.clear();
    const begun = tracks.all.filter(({ ownership }) => ownership === 'new');
    if (begun.length === 0) return;
    const missing = await this.#guilds.unknownOf(begun.map(({ guildId }) => guildId));
    await Promise.all(missing.map((guildId) => context.ensureGuild(guildId)));
    const guilds = begun.flatMap(({ guildId }) => context.client.guilds.cache.get(guildId) ?? []);
    await this.#guilds.takeOver(
      begun.map(({ guildId, startId }) => ({
        guildId,
        startId,
        members: context.client.guilds.cache.get(guildId)?.memberCount ?? 0,
      })),
    );
    for (const track of begun) track.ownership = 'owned';
    await voice.begin(guilds);
  }

  /** Another process counts a guild. */
  lose(guildId: Snowflake): void {
    const { context, queue, tracks, voice } = this.#parts;
    context.logger.info(`Another process counts the guild ${guildId} now.`);
    tracks.lose(guildId);
    queue.dropGuild(guildId);
    voice.end(guildId);
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
    await this.#stopWhereOff();
    const owned = tracks.all.filter(({ ownership }) => ownership === 'owned');
    if (owned.length > 0)
      await this.#guilds.beat(
        owned.map(({ guildId }) => ({
          guildId,
          members: context.client.guilds.cache.get(guildId)?.memberCount ?? 0,
        })),
      );
    const lost = tracks.all.filter(({ ownership }) => ownership === 'lost');
    if (lost.length === 0) return;
    for (const guildId of await this.#guilds.abandonedOf(lost.map((track) => track.guildId))) {
      tracks.forgetGuild(guildId);
      const guild = context.client.guilds.cache.get(guildId);
      if (guild) this.watch(guild);
    }
  }

  async #stopWhereOff(): Promise<void> {
    const { context, queue, tracks, voice } = this.#parts;
    const off = tracks.all
      .filter(({ guildId }) => !this.isOn(guildId) || !context.client.guilds.cache.has(guildId))
      .map(({ guildId }) => guildId);
    await this.#guilds.stop(off);
    for (const guildId of off) {
      tracks.forgetGuild(guildId);
      queue.dropGuild(guildId);
      voice.end(guildId);
    }
  }
}
