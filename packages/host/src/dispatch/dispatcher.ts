import type { EntryPoint } from '../entry-point.ts';
import type { ErrorHandler } from '../errors/error-handler.ts';
import type { HandlerTimeoutError } from '../errors/handler-timeout-error.ts';
import { SlowDatabaseError } from '../errors/slow-database-error.ts';
import type { Quarantine } from '../quarantine/quarantine.ts';
import { InFlight } from './in-flight.ts';
import type { InteractionWatch } from './interaction-watch.ts';
import type { Metrics, RunOutcome } from './metrics.ts';
import type { Run, RunContext } from './run-context.ts';

/** How some work of a plugin ended. Its error has been dealt with already. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: unknown };

/** One finished use of a command, for the statistics. */
export interface CommandUse {
  readonly command: string;
  readonly guildId: string | null;
  readonly userId: string | null;
  readonly usedAt: Date;
  readonly durationMs: number;
  readonly outcome: RunOutcome;
}

export interface DispatcherParts {
  readonly runs: RunContext;
  readonly errors: ErrorHandler;
  readonly quarantine: Pick<Quarantine, 'enter'>;
  readonly metrics: Metrics;
  readonly watch: Pick<InteractionWatch, 'begin' | 'end'>;
  /** Whether the database keeps everybody waiting, so that no plugin is at fault. */
  readonly isDatabaseSlow: () => Promise<boolean>;
  /** Takes the use of a command for later writing; must not throw or wait. */
  readonly recordUse: (use: CommandUse) => void;
}

const COMMAND_KINDS: ReadonlySet<EntryPoint['kind']> = new Set([
  'chat-input',
  'context-menu',
  'message-command',
]);

/** The one way into plugin code. The caller has asked the gate. */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #inFlight: InFlight;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
    this.#inFlight = new InFlight((late, entry) => void this.#overdue(late, entry));
  }

  /** How many runs have begun and not ended. */
  get inFlight(): number {
    return this.#inFlight.size;
  }

  /**
   * Runs work of a plugin and deals with its error: person told, logged, stored, counted.
   *
   * @throws what the work threw, after it was dealt with.
   */
  async run<T>(entry: EntryPoint, work: () => T | PromiseLike<T>): Promise<T> {
    const outcome = await this.attempt(entry, work);
    if (outcome.ok) return outcome.value;
    throw outcome.error;
  }

  /** As {@link run}, but returns the error instead of throwing it. Never rejects. */
  attempt<T>(entry: EntryPoint, work: () => T | PromiseLike<T>): Promise<Outcome<T>> {
    const { runs, quarantine, watch } = this.#parts;
    const run = runs.open(entry);
    const endTrial = quarantine.enter(entry.plugin);
    if (entry.interaction) watch.begin(entry.interaction, entry);
    return this.#settle(run, () => runs.within(run, work), endTrial);
  }

  /** Waits for the end of a run, and deals with its error. */
  async #settle<T>(
    run: Run,
    result: () => T | PromiseLike<T>,
    endTrial: (() => void) | undefined,
  ): Promise<Outcome<T>> {
    this.#inFlight.add(run);
    let outcome: Outcome<T>;
    try {
      outcome = { ok: true, value: await result() };
    } catch (error) {
      outcome = { ok: false, error };
    }
    await this.#finish(run, outcome);
    endTrial?.();
    return outcome;
  }

  /**
   * As {@link attempt}, for work that nobody waits for: what returns nothing at once is over then, without a promise. Most
   * listeners find that an event is not for them, and promises for each of them would cost more than that.
   */
  start(entry: EntryPoint, work: () => unknown): Promise<Outcome<unknown>> | undefined {
    const { runs, quarantine, metrics } = this.#parts;
    const run = runs.open(entry);
    const endTrial = quarantine.enter(entry.plugin);
    let result: unknown;
    try {
      result = runs.within(run, work);
    } catch (error) {
      return this.#settle(run, () => Promise.reject(error as Error), endTrial); // -- handed on as it was thrown
    }
    if (result !== undefined || run.failure) return this.#settle(run, () => result, endTrial);
    metrics.runFinished(entry, 'success', performance.now() - run.startedAt);
    endTrial?.();
    return undefined;
  }

  /** Waits until nothing is running, at most this long; returns whether nothing is. */
  idle(timeoutMs: number): Promise<boolean> {
    return this.#inFlight.idle(timeoutMs);
  }

  /** Stops watching; runs in flight go on. */
  close(): void {
    this.#inFlight.close();
  }

  async #overdue(late: HandlerTimeoutError, entry: EntryPoint): Promise<void> {
    const { errors, isDatabaseSlow } = this.#parts;
    await errors.handle((await isDatabaseSlow()) ? new SlowDatabaseError(late) : late, entry);
  }

  async #finish(run: Run, outcome: Outcome<unknown>): Promise<void> {
    const { entry } = run;
    const durationMs = performance.now() - run.startedAt;
    const failure = outcome.ok ? run.failure : outcome;
    const result = failure ? await this.#parts.errors.handle(failure.error, entry) : 'success';
    this.#inFlight.delete(run);
    if (entry.interaction) this.#parts.watch.end(entry.interaction, entry);
    this.#parts.metrics.runFinished(entry, result, durationMs);
    if (COMMAND_KINDS.has(entry.kind)) this.recordUse(entry, result, durationMs);
  }

  /** Records the use of a command, also one that was refused before any of the plugin ran. */
  recordUse({ name, guildId, userId }: EntryPoint, outcome: RunOutcome, durationMs: number): void {
    this.#parts.recordUse({
      command: name,
      guildId: guildId ?? null,
      userId: userId ?? null,
      usedAt: new Date(),
      durationMs: Math.round(durationMs),
      outcome,
    });
  }
}
