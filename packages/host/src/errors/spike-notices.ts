import type { ILogger } from '@sapphire/framework';
import { type Database, ErrorLogRepository, type ErrorSpike, ErrorSpikeRepository } from '@twi/database';
import type { PlainReply } from '@twi/sdk';
import type { Snowflake } from 'discord.js';
import type { Kysely } from 'kysely';
import { spikeReply } from './spike-reply.ts';

const WINDOW_MS = 300_000;
const COOL_OFF_MS = 3_600_000;
/** So often in the window, one error is too often. */
const OF_ONE_ERROR = 10;
/** So many in the window, a plugin's errors are too many. */
const OF_ONE_PLUGIN = 30;

export interface SpikeNoticesParts {
  readonly db: Kysely<Database>;
  readonly logger: Pick<ILogger, 'warn'>;
  /** Where operators are told; `undefined` where nobody said. */
  readonly channelId: () => Promise<Snowflake | undefined>;
  readonly send: (channelId: Snowflake, words: PlainReply) => Promise<void>;
}

/** Tells the operators once when the errors of a plugin pile up, however many processes see it. */
export class SpikeNotices {
  readonly #parts: SpikeNoticesParts;
  readonly #spikes: ErrorSpikeRepository;
  readonly #logs: ErrorLogRepository;

  constructor(parts: SpikeNoticesParts) {
    this.#parts = parts;
    this.#spikes = new ErrorSpikeRepository(parts.db);
    this.#logs = new ErrorLogRepository(parts.db);
  }

  /** Looks at the plugins whose errors were just recorded. Does not reject. */
  async look(pluginIds: readonly string[]): Promise<void> {
    try {
      const channelId = await this.#parts.channelId();
      if (channelId === undefined) return;
      for (const spike of await this.#findSpikes(pluginIds)) await this.#tell(spike, channelId);
    } catch (error) {
      this.#parts.logger.warn('The operators could not be told that errors pile up.', error);
    }
  }

  #findSpikes(pluginIds: readonly string[]): Promise<ErrorSpike[]> {
    const since = new Date(Date.now() - WINDOW_MS);
    return this.#spikes.list(pluginIds, { since, ofOneError: OF_ONE_ERROR, ofOnePlugin: OF_ONE_PLUGIN });
  }

  async #tell(spike: ErrorSpike, channelId: Snowflake): Promise<void> {
    const at = new Date();
    const claim = { at, quietSince: new Date(at.getTime() - COOL_OFF_MS) };
    if (!(await this.#spikes.claimNotice(`plugin:${spike.pluginId}`, claim))) return;
    const worst = await this.#logs.findGroup(spike.worst.fingerprint);
    const words = spikeReply({ spike, worst, windowMs: WINDOW_MS, coolOffMs: COOL_OFF_MS });
    await this.#parts.send(channelId, words);
  }
}
