import { type Exchange, SandboxActionError } from '@twi/sandbox';
import type { Entry, Ledger, Outcome } from './ledger.ts';

/** The colour of refusals (`reply.error`). */
const REFUSAL = 0xed4245;
const BUG = 'Something went wrong on my side';
/** For the content of an answer that was deferred, beyond what the sandbox waits by itself. */
const PATIENCE_MS = 5_000;

/** The bot said no, so that nothing follows. */
class RefusedError extends Error {}

/** What one person does at one time, step by step, written into the ledger. */
export class Turn {
  readonly #ledger: Ledger;
  readonly #entry: Entry;
  readonly #patienceMs: number;

  constructor(ledger: Ledger, entry: Entry, patienceMs = PATIENCE_MS) {
    this.#ledger = ledger;
    this.#entry = entry;
    this.#patienceMs = patienceMs;
  }

  get mark(): string {
    return this.#entry.mark;
  }

  /** Notes who or what it is done to. */
  aim(target: string): string {
    this.#entry.target = target;
    return target;
  }

  /** Waits for the answer of the bot. @throws where there is none to go on with */
  async answer(sent: Promise<Exchange>): Promise<Exchange> {
    const exchange = await sent;
    this.#note(exchange);
    await exchange.settled({ timeoutMs: this.#patienceMs });
    this.#note(exchange);
    this.#entry.text = textOf(exchange);
    if (exchange.response?.embeds[0]?.color === REFUSAL) throw new RefusedError(this.#entry.text);
    return exchange;
  }

  /** Does it, and writes down what became of it. */
  async play(deed: () => Promise<unknown>): Promise<void> {
    let outcome: Outcome = 'done';
    try {
      await deed();
    } catch (error) {
      outcome = outcomeOf(error);
      this.#entry.text ||= error instanceof Error ? error.message : String(error);
    }
    this.#ledger.close(this.#entry, outcome);
  }

  #note({ acknowledgedAfterMs = 0 }: Exchange): void {
    const entry = this.#entry;
    entry.acknowledgedAfterMs = Math.max(entry.acknowledgedAfterMs, acknowledgedAfterMs);
  }
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof RefusedError) return error.message.includes(BUG) ? 'failed' : 'refused';
  if (!(error instanceof SandboxActionError) || error.reason !== 'no-response') return 'impossible';
  return error.message.startsWith('Still thinking') ? 'unfinished' : 'unanswered';
}

/** What the person reads. */
function textOf({ response, followups, modal }: Exchange): string {
  const messages = response ? [response, ...followups] : followups;
  return messages
    .flatMap(({ content, embeds }) => [
      content,
      ...embeds.flatMap(({ title, description }) => [title, description]),
    ])
    .concat(modal?.title)
    .filter(Boolean)
    .join('\n');
}
