import type { Guild, Snowflake, VoiceState } from 'discord.js';
import type { StatsContext } from '../context.ts';
import type { BatchQueue } from '../counting/batch-queue.ts';
import type { GuildClock } from '../counting/guild-clock.ts';
import type { GuildRules } from '../counting/guild-rules.ts';
import { hasIgnoredRole, isIgnoredChannel, type Rules } from '../counting/rules.ts';
import type { Tracks } from '../counting/tracks.ts';
import { type OpenStay, VoiceRepository } from '../database/voice-repository.ts';

/** A stay goes on where the bot was away for less; what lies between does not count. */
const GOES_ON_MS = 300_000;

interface VoiceWatchParts {
  readonly context: StatsContext;
  readonly queue: BatchQueue;
  readonly tracks: Tracks;
  readonly clock: GuildClock;
  readonly rules: GuildRules;
}

/** Somebody in a voice channel. */
interface Stay {
  readonly channelId: Snowflake;
  readonly startedAt: Date;
  /** How far it was looked at, in milliseconds. */
  until: number;
  /** Whether the time counts at present. */
  isCounting: boolean;
}

interface GuildVoice {
  readonly guild: Guild;
  rules: Rules;
  readonly stays: Map<Snowflake, Stay>;
}

/**
 * Counts the time that members spend in voice channels with others. It looks at who is there, not at what an event says, so
 * that an event that comes twice changes nothing.
 */
export class VoiceWatch {
  readonly #parts: VoiceWatchParts;
  readonly #rows: VoiceRepository;
  readonly #guilds = new Map<Snowflake, GuildVoice>();

  constructor(parts: VoiceWatchParts) {
    this.#parts = parts;
    this.#rows = new VoiceRepository(parts.context.db);
  }

  /** Begins in guilds, and goes on with the stays that are open there. */
  async begin(guilds: readonly Guild[]): Promise<void> {
    const open = Map.groupBy(await this.#rows.listOpen(guilds.map(({ id }) => id)), ({ guildId }) => guildId);
    for (const guild of guilds) {
      const rules = await this.#parts.rules.of(guild.id);
      const voice: GuildVoice = { guild, rules, stays: new Map() };
      this.#guilds.set(guild.id, voice);
      for (const stay of open.get(guild.id) ?? []) this.#resume(voice, stay);
      this.#look(voice);
    }
  }

  /** Looks at who is in the channels of a guild now. */
  async changed({ guild }: VoiceState): Promise<void> {
    this.#parts.tracks.of(guild);
    const rules = await this.#parts.rules.of(guild.id);
    const voice = this.#guilds.get(guild.id);
    if (!voice) return;
    voice.rules = rules;
    this.#look(voice);
  }

  /** Counts the time up to now in all guilds. */
  lookAtAll(): void {
    for (const voice of this.#guilds.values()) if (voice.stays.size > 0) this.#look(voice);
  }

  /** Ends in a guild that this process does not count any more; whichever begins there next closes the stays. */
  end(guildId: Snowflake): void {
    this.#guilds.delete(guildId);
  }

  #resume({ guild, stays }: GuildVoice, open: OpenStay): void {
    const { userId, channelId, startedAt, countedTo } = open;
    const isThere = guild.voiceStates.cache.get(userId)?.channelId === channelId;
    if (isThere && Date.now() - countedTo.getTime() < GOES_ON_MS)
      stays.set(userId, { channelId, startedAt, until: Date.now(), isCounting: false });
    else this.#parts.queue.current.addStay({ ...open, endedAt: countedTo, seconds: 0 });
  }

  #look(voice: GuildVoice): void {
    const { guild, stays, rules } = voice;
    const present = new Map(
      [...guild.voiceStates.cache.values()]
        .filter((state) => isPerson(state))
        .map((state) => [state.id, state]),
    );
    for (const [userId, stay] of stays) {
      const isOver = present.get(userId)?.channelId !== stay.channelId;
      this.#credit(voice, userId, stay, { isOver });
      if (isOver) stays.delete(userId);
    }
    for (const [userId, state] of present) {
      const { channelId } = state;
      if (channelId === null) continue;
      let stay = stays.get(userId);
      if (!stay) {
        if (isLeftOut(state, rules)) continue;
        stay = { channelId, startedAt: new Date(), until: Date.now(), isCounting: false };
        stays.set(userId, stay);
        this.#credit(voice, userId, stay, { isOver: false });
      }
      stay.isCounting = isListening(state) && !isLeftOut(state, rules) && hasCompany(state, present.values());
    }
  }

  /** Counts the time of a stay since it was last looked at. Whole seconds; the rest is carried on. */
  #credit(
    { guild, rules }: GuildVoice,
    userId: Snowflake,
    stay: Stay,
    { isOver }: { readonly isOver: boolean },
  ): void {
    const { queue, clock } = this.#parts;
    const { channelId, startedAt } = stay;
    const now = Date.now();
    let seconds = 0;
    while (stay.isCounting && now - stay.until >= 1_000) {
      const { hour, day } = clock.hourOf(stay.until, rules.timeZone);
      const end = Math.min(now, Math.max(clock.nextHour(stay.until, rules.timeZone), stay.until + 1_000));
      const passed = Math.floor((end - stay.until) / 1_000);
      const key = { guildId: guild.id, channelId, userId, hour, day };
      queue.current.addActivity(key, { voiceSeconds: passed });
      stay.until += passed * 1_000;
      seconds += passed;
    }
    if (!stay.isCounting) stay.until = now;
    const place = { guildId: guild.id, userId, channelId, startedAt, seconds };
    queue.current.addStay({ ...place, countedTo: new Date(now), endedAt: isOver ? new Date(now) : null });
  }
}

function isPerson({ channelId, member }: VoiceState): boolean {
  return channelId !== null && member?.user.bot !== true;
}

function isLeftOut({ channel, member }: VoiceState, rules: Rules): boolean {
  return channel === null || isIgnoredChannel(channel, rules) || hasIgnoredRole(member, rules);
}

/** Whoever hears nothing, or was moved where nobody talks, only waits. */
function isListening({ deaf, channelId, guild }: VoiceState): boolean {
  return deaf !== true && channelId !== guild.afkChannelId;
}

function hasCompany({ id, channelId }: VoiceState, present: Iterable<VoiceState>): boolean {
  for (const other of present) if (other.channelId === channelId && other.id !== id) return true;
  return false;
}
