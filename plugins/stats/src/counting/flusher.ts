import type { StatsContext } from '../context.ts';
import { BatchRepository } from '../database/batch-repository.ts';
import type { ActivityPartitions } from '../database/activity-partitions.ts';
import type { BatchQueue, CutBatch } from './batch-queue.ts';
import type { Tracks } from './tracks.ts';
import type { Turns } from './turns.ts';
import type { Ownership } from './ownership.ts';

const LONGEST_PAUSE_MS = 30_000;
const FIRST_PAUSE_MS = 1_000;
interface FlusherParts {
  readonly context: StatsContext;
  readonly sessionId: string;
  readonly queue: BatchQueue;
  readonly tracks: Tracks;
  readonly ownership: Ownership;
  readonly partitions: ActivityPartitions;
  readonly turns: Turns;
  /** Entries that may wait to be written. Beyond it, messages are left to the back-fill; reactions, voice and members are lost. */
  readonly mostEntries: number;
}

/** Writes what was counted, again and again until it is written. */
export class Flusher {
  readonly #parts: FlusherParts;
  readonly #batches: BatchRepository;
  #pauseMs = 0;
  #nextAt = 0;

  constructor(parts: FlusherParts) {
    this.#parts = parts;
    this.#batches = new BatchRepository(parts.context.db, parts.sessionId);
  }

  /** Writes, unless it failed a moment ago. */
  async flushIfDue(): Promise<void> {
    this.#dropBeyondLimit();
    if (performance.now() >= this.#nextAt) await this.flush();
  }

  /** Writes everything that was counted up to now. Does not reject: what cannot be written waits, and is logged. */
  async flush(): Promise<void> {
    const { queue, tracks, ownership, turns, context } = this.#parts;
    await turns.take(async () => {
      try {
        // Another guild may begin while some are taken over; what is counted of it must not be written before.
        do await ownership.begin();
        while (tracks.hasNew);
        tracks.collect(queue.current, performance.now());
        queue.cut();
        for (let next = queue.first; next; next = queue.first) await this.#write(next);
        await ownership.beatIfDue();
        if (this.#pauseMs > 0) context.logger.info('Statistics are written again.');
        this.#pauseMs = 0;
        this.#nextAt = 0;
      } catch (error) {
        // Once per outage.
        if (this.#pauseMs === 0)
          context.logger.warn('Statistics cannot be written at present; they wait.', error);
        this.#pauseMs = Math.min(Math.max(this.#pauseMs * 2, FIRST_PAUSE_MS), LONGEST_PAUSE_MS);
        this.#nextAt = performance.now() + this.#pauseMs;
        this.#parts.partitions.forget();
      }
    });
  }

  async #write(cut: CutBatch): Promise<void> {
    const { queue, ownership, partitions } = this.#parts;
    await partitions.makeFor(Array.from(cut.batch.activity.values(), ({ hour }) => new Date(hour)));
    const lost = await this.#batches.write(cut);
    queue.remove(cut);
    for (const guildId of lost) ownership.lose(guildId);
  }

  #dropBeyondLimit(): void {
    const { queue, tracks, context, mostEntries } = this.#parts;
    if (queue.size <= mostEntries) return;
    tracks.abandon(queue.clear());
    context.logger.warn(
      'Too many statistics wait to be written. Messages will be counted from the history; reactions, voice and members of this time are lost.',
    );
  }
}
