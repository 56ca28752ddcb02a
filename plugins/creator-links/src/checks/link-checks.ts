import type { CreatorLinksContext } from '../context.ts';
import { CheckRepository, type ClaimedCheck } from '../database/check-repository.ts';
import { probe } from './probe.ts';

/** A run takes a minute at most where sites answer at once, and begins every minute. */
const CHECKS_IN_RUN = 5;
/** Longer than a run takes at its slowest: two requests of 20 seconds for each. */
const CLAIMED_MS = 300_000;

/** Finds out which links lead nowhere: a few a minute, never two at once to one host, in one process at a time. */
export class LinkChecks {
  readonly #context: CreatorLinksContext;
  readonly #checks: CheckRepository;

  constructor(context: CreatorLinksContext) {
    this.#context = context;
    this.#checks = new CheckRepository(context.db);
  }

  /** Asks for the addresses whose turn it is. */
  async run(signal: AbortSignal): Promise<void> {
    const until = new Date(Date.now() + CLAIMED_MS);
    const claimed = await this.#context.db
      .transaction()
      .execute((transaction) => new CheckRepository(transaction).claim(CHECKS_IN_RUN, until));
    // One after the other: what is in hand is small, and nobody waits for it.
    for (const check of claimed) await this.#check(check, signal);
  }

  async #check(check: ClaimedCheck, signal: AbortSignal): Promise<void> {
    const isWanted = await this.#isWanted(check.guildId);
    const verdict = isWanted ? await probe(this.#context.http, check.url, signal) : 'unknown';
    await this.#checks.settle(check, verdict);
  }

  async #isWanted(guildId: string): Promise<boolean> {
    if (!this.#context.services.get('creator-links', guildId)) return false;
    return (await this.#context.settings.get(guildId)).checkLinks;
  }
}
