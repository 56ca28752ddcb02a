import { setTimeout as sleep } from 'node:timers/promises';
import type { EntryKind, EntryPoint } from '../entry-point.ts';
import { HandlerTimeoutError } from '../errors/handler-timeout-error.ts';
import type { Run } from './run-context.ts';

/** How long runs may take that nobody waits for. Interactions have deadlines of their own, jobs those of their queue. */
const LIMITS_MS: Partial<Record<EntryKind, number>> = {
  listener: 60_000,
  timer: 60_000,
  route: 30_000,
  precondition: 30_000,
  'message-command': 60_000,
};

const SWEEP_MS = 1_000;

/** The runs that have begun and not ended. What runs for too long is counted against its plugin, and goes on. */
export class InFlight {
  readonly #runs = new Set<Run>();
  readonly #onOverdue: (error: HandlerTimeoutError, entry: EntryPoint) => void;
  readonly #timer: NodeJS.Timeout;

  constructor(onOverdue: (error: HandlerTimeoutError, entry: EntryPoint) => void) {
    this.#onOverdue = onOverdue;
    this.#timer = setInterval(() => this.#sweep(), SWEEP_MS).unref();
  }

  get size(): number {
    return this.#runs.size;
  }

  add(run: Run): void {
    this.#runs.add(run);
  }

  delete(run: Run): void {
    this.#runs.delete(run);
  }

  async idle(timeoutMs: number): Promise<boolean> {
    const deadline = performance.now() + timeoutMs;
    while (this.#runs.size > 0 && performance.now() < deadline) await sleep(10);
    return this.#runs.size === 0;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #sweep(): void {
    const now = performance.now();
    for (const run of this.#runs) {
      const { entry } = run;
      const limit = LIMITS_MS[entry.kind];
      if (limit === undefined || run.isOverdue || now - run.startedAt < limit) continue;
      run.isOverdue = true;
      // Nobody waits for an answer, so the record alone is wanted.
      this.#onOverdue(new HandlerTimeoutError(entry, limit, 'finish'), {
        ...entry,
        interaction: undefined,
        message: undefined,
      });
    }
  }
}
