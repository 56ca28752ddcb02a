import type { CooldownAllowance, CooldownBucket } from '@twi/database';

/** How often what has ended is thrown out. */
const SWEEP_INTERVAL_MS = 30_000;

interface Entry {
  readonly bucket: CooldownBucket;
  readonly endsAt: number;
  uses: number;
}

/** Short cooldowns: too short to matter after a restart, so that they cost no query. */
export class MemoryCooldowns {
  readonly #entries = new Map<string, Entry>();
  #sweptAt = 0;

  /** Counts a use; returns when the next one is allowed, where this one is not. */
  take(bucket: CooldownBucket, { limit, delayMs }: CooldownAllowance): Date | undefined {
    const now = Date.now();
    this.#sweep(now);
    const key = keyOf(bucket);
    const entry = this.#entries.get(key);
    if (!entry || entry.endsAt <= now) {
      this.#entries.set(key, { bucket, uses: 1, endsAt: now + delayMs });
      return undefined;
    }
    if (entry.uses >= limit) return new Date(entry.endsAt);
    entry.uses += 1;
    return undefined;
  }

  /** When a next use is allowed, if it is not now. */
  find(bucket: CooldownBucket, limit: number): Date | undefined {
    const entry = this.#entries.get(keyOf(bucket));
    const isOver = !entry || entry.endsAt <= Date.now() || entry.uses < limit;
    return isOver ? undefined : new Date(entry.endsAt);
  }

  /** Ends all cooldowns that are asked for. */
  clear(isMeant: (bucket: CooldownBucket) => boolean): void {
    for (const [key, { bucket }] of this.#entries) if (isMeant(bucket)) this.#entries.delete(key);
  }

  #sweep(now: number): void {
    if (now - this.#sweptAt < SWEEP_INTERVAL_MS) return;
    this.#sweptAt = now;
    for (const [key, { endsAt }] of this.#entries) if (endsAt <= now) this.#entries.delete(key);
  }
}

function keyOf({ command, guildId, channelId, userId }: CooldownBucket): string {
  return [guildId, channelId, userId, command].join('/');
}
