import { type CooldownBucket, CooldownRepository, type DatabaseHandle } from '@twi/database';
import type { CooldownKey, Cooldowns } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import { z } from 'zod';
import type { HostLogger } from '../logging/logger.ts';
import { allowanceOf, bucketOf, type CooldownRule, type CooldownUse } from './cooldown-rule.ts';
import { MemoryCooldowns } from './memory-cooldowns.ts';

/** From this delay on a cooldown is kept in the database: it outlives a restart, and all processes count together. */
const KEPT_FROM_MS = 30_000;
const SWEEP_INTERVAL_MS = 3_600_000;
const CHANNEL = 'core.cooldowns';

/** What processes tell each other. */
const clearing = z.object({ guildId: z.string(), command: z.string(), userId: z.string().optional() });

export interface CooldownServiceParts {
  readonly database: Pick<DatabaseHandle, 'db' | 'notifications'>;
  readonly logger: Pick<HostLogger, 'warn'>;
  /** The bot's owners, who wait for nothing. May grow once the application is known. */
  readonly ownerIds: ReadonlySet<Snowflake>;
}

/** Counts the uses of commands that have a cooldown. */
export class CooldownService implements Cooldowns {
  readonly #parts: CooldownServiceParts;
  readonly #rows: CooldownRepository;
  readonly #short = new MemoryCooldowns();
  readonly #sweep: NodeJS.Timeout;
  #stopListening: () => Promise<void> = () => Promise.resolve();

  private constructor(parts: CooldownServiceParts) {
    this.#parts = parts;
    this.#rows = new CooldownRepository(parts.database.db);
    this.#sweep = setInterval(() => void this.#deleteEnded(), SWEEP_INTERVAL_MS).unref();
  }

  /** Begins to hear of what other processes clear. */
  static async start(parts: CooldownServiceParts): Promise<CooldownService> {
    const service = new CooldownService(parts);
    service.#stopListening = await parts.database.notifications.listen(CHANNEL, (payload) =>
      service.#forget(clearing.parse(JSON.parse(payload))),
    );
    return service;
  }

  /** Counts a use; returns when the next one is allowed, where this one is not. */
  async take(use: CooldownUse, rule: CooldownRule): Promise<Date | undefined> {
    if (this.#isExempt(use, rule)) return undefined;
    const bucket = bucketOf(use, rule.scope);
    const counter = isKept(rule) ? this.#rows : this.#short;
    return counter.take(bucket, allowanceOf(rule));
  }

  /** When somebody may use a command next, if they may not now. Counts nothing. */
  async waitUntil(use: CooldownUse, rule: CooldownRule): Promise<Date | undefined> {
    if (this.#isExempt(use, rule)) return undefined;
    const counter = isKept(rule) ? this.#rows : this.#short;
    return counter.find(bucketOf(use, rule.scope), rule.limit);
  }

  async clear(key: CooldownKey): Promise<void> {
    await this.#rows.clear(key);
    this.#forget(key);
    await this.#parts.database.notifications.notify(CHANNEL, JSON.stringify(key));
  }

  async close(): Promise<void> {
    clearInterval(this.#sweep);
    await this.#stopListening();
  }

  #isExempt({ userId }: CooldownUse, { filteredUsers }: CooldownRule): boolean {
    return this.#parts.ownerIds.has(userId) || Boolean(filteredUsers?.includes(userId));
  }

  #forget({ guildId, command, userId }: z.output<typeof clearing>): void {
    this.#short.clear(
      (bucket) =>
        bucket.guildId === guildId &&
        isOfCommand(bucket, command) &&
        (userId === undefined || bucket.userId === userId),
    );
  }

  async #deleteEnded(): Promise<void> {
    try {
      await this.#rows.deleteEnded();
    } catch (error) {
      this.#parts.logger.warn('Cooldowns that are over could not be deleted; they are tried again.', error);
    }
  }
}

const isKept = ({ delay }: CooldownRule): boolean => delay >= KEPT_FROM_MS;

function isOfCommand(bucket: CooldownBucket, command: string): boolean {
  return bucket.command === command || bucket.command.startsWith(`${command} `);
}
