import type { IntegrationsContext } from '../../context.ts';
import { FeedRepository } from '../../database/feed-repository.ts';
import { type FeedTarget, FeedTargetRepository } from '../../database/feed-target-repository.ts';
import type { FeedSources } from '../sources/feed-sources.ts';
import type { Reading } from '../sources/feed-source.ts';
import { nextAfterFailure, nextAfterSuccess } from './next-poll.ts';
import { failureOf } from './poll-failure.ts';
import { storeReading } from './store-reading.ts';

/** AO3 allows 20 requests a minute. Some are left for people who ask, and for second pages. */
const AO3_MS_PER_TARGET = 4_500;

/** Reads targets that this process has claimed, and writes down what became of it. */
export class Poller {
  readonly #context: IntegrationsContext;
  readonly #targets: FeedTargetRepository;
  readonly #sources: FeedSources;

  constructor(context: IntegrationsContext, sources: FeedSources) {
    this.#context = context;
    this.#targets = new FeedTargetRepository(context.db);
    this.#sources = sources;
  }

  /** Reads a target. What its site does wrong is written down and tried again later. */
  async poll(target: FeedTarget, { isStopping }: { readonly isStopping: () => boolean }): Promise<void> {
    try {
      await this.read(target);
    } catch (error) {
      // Requests end with the plugin; the target is not to blame.
      if (isStopping()) return this.#targets.release(target);
      await this.#fail(target, error);
    }
  }

  /**
   * Reads a target, and settles it unless that fails.
   *
   * @returns its number, which is another one where it moved to an address that another target has.
   * @throws {UserError | UpstreamError} why it cannot be read; it is still claimed then.
   */
  async read(target: FeedTarget): Promise<string> {
    const { key, credentialGuildId } = target;
    const source = this.#sources[target.source];
    const reading = await source.read({
      key,
      state: target.state,
      credentialGuildId: credentialGuildId ?? undefined,
    });
    return storeReading(this.#context.db, target, {
      reading,
      nextPollInMs: await this.#nextAfter(target, reading),
    });
  }

  async #nextAfter(target: FeedTarget, { freshForMs }: Reading): Promise<number> {
    return nextAfterSuccess({ intervalMs: await this.#intervalOf(target), freshForMs });
  }

  /** Of many works on AO3, each is read less often. */
  async #intervalOf({ source, key }: FeedTarget): Promise<number> {
    const own = this.#sources[source].intervalOf(key);
    if (source !== 'ao3') return own;
    return Math.max(own, (await this.#targets.countFollowed('ao3')) * AO3_MS_PER_TARGET);
  }

  async #fail(target: FeedTarget, error: unknown): Promise<void> {
    const { name, waitMs, isCounted, limit, reason } = failureOf(error, Date.now());
    this.#context.logger.debug(`Reading the target ${target.id} failed: ${name}.`, error);
    const failures = target.failures + (isCounted ? 1 : 0);
    const nextPollInMs = isCounted
      ? nextAfterFailure({ intervalMs: await this.#intervalOf(target), failures, waitMs })
      : (waitMs ?? 0) * (1 + Math.random());
    await this.#context.db.transaction().execute(async (transaction) => {
      const targets = new FeedTargetRepository(transaction);
      if (!(await targets.hold(target))) return;
      await targets.settle(target, { failures, lastError: name }, nextPollInMs);
      if (failures >= limit) await new FeedRepository(transaction).pauseFollowers(target.id, reason);
    });
  }
}
