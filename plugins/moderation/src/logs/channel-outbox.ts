import { setTimeout as sleep } from 'node:timers/promises';
import type { APIEmbed } from 'discord.js';
import { takeBatch } from './take-batch.ts';

/** Discord lets a channel take about one message a second for long. */
const INTERVAL_MS = 1_000;
/** A raid fills this in seconds; what comes on top is counted and not kept. */
const MOST_WAITING = 1_000;
/** Pauses between tries when Discord does not answer; after the last the batch is given up. */
const RETRY_AFTER_MS = [5_000, 30_000, 120_000] as const;

/** Sends one message. @throws when Discord did not answer, so that it is tried again. */
export type Deliver = (embeds: readonly APIEmbed[]) => Promise<void>;

/** Collects what is to be posted in one channel, and posts it in as few messages as hold it, one a second. */
export class ChannelOutbox {
  readonly #deliver: Deliver;
  readonly #onLost: (error: unknown, count: number) => void;
  readonly #waiting: APIEmbed[] = [];
  readonly #closing = new AbortController();
  #dropped = 0;
  #draining: Promise<void> | undefined;

  /** @param onLost told when Discord did not answer for minutes, with how many embeds were given up. */
  constructor(deliver: Deliver, onLost: (error: unknown, count: number) => void) {
    this.#deliver = deliver;
    this.#onLost = onLost;
  }

  add(embed: APIEmbed): void {
    if (this.#waiting.length >= MOST_WAITING) this.#dropped += 1;
    else this.#waiting.push(embed);
    this.#draining ??= this.#drain();
  }

  /** Posts what waits without further pauses. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#draining;
  }

  async #drain(): Promise<void> {
    do {
      await this.#pause(INTERVAL_MS);
      await this.#send(takeBatch(this.#waiting));
      this.#tellDropped();
    } while (this.#waiting.length > 0);
    this.#draining = undefined;
  }

  async #send(batch: readonly APIEmbed[]): Promise<void> {
    for (let failures = 0; ; failures += 1) {
      try {
        await this.#deliver(batch);
        return;
      } catch (error) {
        const retryAfterMs = this.#closing.signal.aborted ? undefined : RETRY_AFTER_MS[failures];
        if (retryAfterMs === undefined) {
          this.#onLost(error, batch.length);
          return;
        }
        await this.#pause(retryAfterMs);
      }
    }
  }

  /** Once there is room again, says how much did not fit. */
  #tellDropped(): void {
    if (this.#dropped === 0 || this.#waiting.length >= MOST_WAITING) return;
    this.#waiting.push({ description: `${this.#dropped} more were too many to log.` });
    this.#dropped = 0;
  }

  async #pause(ms: number): Promise<void> {
    try {
      await sleep(ms, undefined, { signal: this.#closing.signal, ref: false });
    } catch {
      // -- the only way it rejects is that the outbox closes, and then there is no waiting
    }
  }
}
