import { randomUUID } from 'node:crypto';
import { GapFiller } from '../backfill/gap-filler.ts';
import { Backfills } from '../backfill/backfills.ts';
import { ParkedGaps } from '../backfill/parked-gaps.ts';
import { ThreadSearch } from '../backfill/thread-search.ts';
import type { StatsContext } from '../context.ts';
import { ActivityPartitions } from '../database/activity-partitions.ts';
import { HistoryRepository } from '../database/history-repository.ts';
import { MemberCounter } from '../members/member-counter.ts';
import { PrivateThreads } from '../numbers/private-threads.ts';
import { VoiceWatch } from '../voice/voice-watch.ts';
import { BatchQueue } from './batch-queue.ts';
import { Flusher } from './flusher.ts';
import { GuildClock } from './guild-clock.ts';
import { GuildRules } from './guild-rules.ts';
import { Liveness } from './liveness.ts';
import { MessageCounter } from './message-counter.ts';
import { OpenedChannels } from './opened-channels.ts';
import { Ownership } from './ownership.ts';
import { ReactionCounter } from './reaction-counter.ts';
import { Tracks } from './tracks.ts';
import { Turns } from './turns.ts';

const LIVENESS_MS = 1_000;
const FLUSH_MS = 1_000;
const VOICE_MS = 60_000;
const HISTORY_MS = 1_000;
const PARKED_MS = 60_000;
/**
 * Entries that wait to be written; about 50 MB. With two hundred messages a second it is more than an hour until so many
 * members wrote in so many channels.
 */
const MOST_ENTRIES = 250_000;
/** After the database or Discord failed. */
const HISTORY_PAUSE_MS = 10_000;

/** What may be chosen about counting. */
export interface CountingOptions {
  /** How many entries may wait to be written while the database is away; 250,000 when absent. */
  readonly mostEntries?: number;
}

/** Counts what happens, and what has happened while nobody counted. */
export class Counting {
  readonly messages: MessageCounter;
  readonly reactions: ReactionCounter;
  readonly members: MemberCounter;
  readonly voice: VoiceWatch;
  readonly ownership: Ownership;
  readonly backfills: Backfills;
  readonly partitions: ActivityPartitions;
  /** Messages of channels that the bot may not read at present. */
  readonly parked: ParkedGaps;
  /** Channels that the bot sees again. */
  readonly opened: OpenedChannels;
  /** Threads that only those in them may read. */
  readonly privateThreads: PrivateThreads;
  /** What this process has counted, by guild and channel. */
  readonly tracks = new Tracks();
  readonly #context: StatsContext;
  readonly #flusher: Flusher;
  readonly #history: HistoryRepository;
  readonly #gaps: GapFiller;
  readonly #threads: ThreadSearch;
  readonly #liveness = new Liveness(() => this.ownership.watchAll());
  #historyAt = 0;

  constructor(context: StatsContext, { mostEntries = MOST_ENTRIES }: CountingOptions = {}) {
    this.#context = context;
    const { tracks } = this;
    const sessionId = randomUUID();
    const queue = new BatchQueue();
    const clock = new GuildClock();
    const turns = new Turns();
    const rules = new GuildRules(context);
    const counters = { context, queue, tracks, clock, rules };
    this.messages = new MessageCounter({ ...counters, liveness: this.#liveness });
    this.reactions = new ReactionCounter(counters);
    this.members = new MemberCounter(counters);
    this.voice = new VoiceWatch(counters);
    this.partitions = new ActivityPartitions(context.db);
    this.privateThreads = new PrivateThreads(context.db);
    const { partitions, privateThreads, voice } = this;
    this.ownership = new Ownership({ context, sessionId, queue, tracks, voice });
    const { ownership } = this;
    this.opened = new OpenedChannels({ context, watch: (guild) => ownership.watch(guild) });
    const flushing = { context, sessionId, queue, tracks, ownership, partitions, turns, mostEntries };
    this.#flusher = new Flusher(flushing);
    this.parked = new ParkedGaps(context, sessionId);
    const { parked } = this;
    this.#history = new HistoryRepository(context.db, sessionId);
    const filling = { context, sessionId, clock, rules, partitions, privateThreads, turns, parked };
    this.#gaps = new GapFiller(filling);
    this.#threads = new ThreadSearch({ context, sessionId, tracks });
    this.backfills = new Backfills({ context, sessionId, flush: () => this.#flusher.flush() });
  }

  /** Begins; ends when the plugin is unloaded. */
  async start(): Promise<void> {
    await this.partitions.makeAhead();
    if (this.#context.client.isReady()) this.ownership.watchAll();
    // Its own, since those of the context pause with the plugin: that is what it is to notice.
    const beat = setInterval(() => this.#liveness.beat(), LIVENESS_MS).unref();
    this.#context.onUnload(() => clearInterval(beat));
    this.#context.every(LIVENESS_MS, () => this.#liveness.tick());
    this.#context.every(FLUSH_MS, () => this.#flusher.flushIfDue());
    this.#context.every(VOICE_MS, () => this.voice.lookAtAll());
    this.#context.every(PARKED_MS, () => this.#resumeParked());
    this.#context.every(HISTORY_MS, () => this.#countHistory());
    this.#context.onUnload(() => this.flush());
  }

  /** Writes everything that was counted up to now. */
  async flush(): Promise<void> {
    this.voice.lookAtAll();
    await this.#flusher.flush();
  }

  async #resumeParked(): Promise<void> {
    try {
      await this.parked.resume();
    } catch (error) {
      this.#context.logger.debug('Channels that were closed cannot be looked at; it is tried again.', error);
    }
  }

  /** What cannot be done now is tried again; nothing of it is lost. */
  async #countHistory(): Promise<void> {
    if (performance.now() < this.#historyAt) return;
    try {
      await this.opened.work();
      const pending = await this.#history.findPending();
      if (pending.threads) await this.#threads.work();
      if (pending.backfills) await this.backfills.work();
      // Those of a back-fill that just began too.
      if (pending.gaps || pending.backfills) await this.#gaps.work();
    } catch (error) {
      this.#context.logger.debug(
        'The history of channels cannot be counted at present; it is tried again.',
        error,
      );
      // One that was known may have been dropped meanwhile.
      this.partitions.forget();
      this.#historyAt = performance.now() + HISTORY_PAUSE_MS;
    }
  }
}
