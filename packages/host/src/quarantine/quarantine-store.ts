import { randomUUID } from 'node:crypto';
import type { ILogger } from '@sapphire/framework';
import { type DatabaseHandle, PluginStateRepository } from '@twi/database';
import { z } from 'zod';
import type { Quarantine, QuarantineChange } from './quarantine.ts';

const CHANNEL = 'twi_quarantine';

const messageSchema = z.object({
  origin: z.string(),
  pluginId: z.string(),
  stop: z.object({ until: z.coerce.date(), level: z.number(), reason: z.string() }).optional(),
});

export interface QuarantineStoreParts {
  readonly quarantine: Quarantine;
  readonly database: DatabaseHandle;
  readonly logger: ILogger;
  /** The version of a plugin, for its row; absent for one that is not there. */
  readonly versionOf: (pluginId: string) => string | undefined;
}

/** A reason may quote anything; PostgreSQL takes payloads below 8,000 bytes. */
const MAX_REASON_LENGTH = 1_000;

/** Keeps quarantines in `core.plugin_state` across restarts, and the processes in step. */
export class QuarantineStore {
  readonly #parts: QuarantineStoreParts;
  readonly #rows: PluginStateRepository;
  readonly #origin = randomUUID();
  #writing: Promise<void> = Promise.resolve();
  #stop: () => Promise<void> = async () => {};

  private constructor(parts: QuarantineStoreParts) {
    this.#parts = parts;
    this.#rows = new PluginStateRepository(parts.database.db);
  }

  /** Restores what an earlier start left behind and follows every change from now on. */
  static async start(parts: QuarantineStoreParts): Promise<QuarantineStore> {
    const store = new QuarantineStore(parts);
    const unlisten = await parts.database.notifications.listen(CHANNEL, (payload) => store.#receive(payload));
    await store.#restore();
    const offChange = parts.quarantine.onChange((change) => store.#follow(change));
    store.#stop = async () => {
      offChange();
      await store.#writing;
      await unlisten();
    };
    return store;
  }

  /** Writes what is to be written and ends. */
  async close(): Promise<void> {
    await this.#stop();
  }

  async #restore(): Promise<void> {
    for (const { pluginId, quarantinedUntil, failures, lastError } of await this.#rows.list()) {
      if (!quarantinedUntil) continue;
      const stop = { pluginId, until: quarantinedUntil, level: failures, reason: lastError ?? '' };
      this.#parts.quarantine.adopt({ pluginId, stop });
    }
  }

  #follow(change: QuarantineChange): void {
    this.#writing = this.#writing
      .then(() => this.#write(change))
      .catch((error: unknown) =>
        this.#parts.logger.error(`The quarantine of "${change.pluginId}" could not be stored.`, error),
      );
  }

  async #write({ pluginId, stop }: QuarantineChange): Promise<void> {
    const reason = stop?.reason.slice(0, MAX_REASON_LENGTH);
    await this.#rows.save({
      pluginId,
      version: this.#parts.versionOf(pluginId) ?? '',
      state: stop ? 'quarantined' : 'loaded',
      failures: stop?.level ?? 0,
      quarantinedUntil: stop?.until ?? null,
      lastError: reason ?? null,
    });
    const message = { origin: this.#origin, pluginId, ...(stop && { stop: { ...stop, reason } }) };
    await this.#parts.database.notifications.notify(CHANNEL, JSON.stringify(message));
  }

  #receive(payload: string): void {
    const parsed = messageSchema.safeParse(JSON.parse(payload));
    if (!parsed.success || parsed.data.origin === this.#origin) return;
    const { pluginId, stop } = parsed.data;
    this.#parts.quarantine.adopt({ pluginId, stop: stop && { ...stop, pluginId } });
  }
}
