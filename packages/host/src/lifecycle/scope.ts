import { withTimeout } from './with-timeout.ts';

const DISPOSE_TIMEOUT_MS = 5_000;

type Dispose = () => unknown;

interface Disposer {
  readonly what: string;
  readonly dispose: Dispose;
  readonly timeoutMs: number;
}

/** Everything that a plugin, or the host itself, has set up, to be undone in reverse whatever else fails. */
export class Scope {
  readonly #onProblem: (what: string, error: unknown) => void;
  readonly #disposers = new Set<Disposer>();
  #disposing: Promise<void> | undefined;

  constructor({ onProblem }: { readonly onProblem: (what: string, error: unknown) => void }) {
    this.#onProblem = onProblem;
  }

  /**
   * Remembers how to undo `what`; undoes it at once when the scope is gone: a late `setup` must leave nothing.
   *
   * @returns forgets it again, for what is over by itself
   */
  defer(what: string, dispose: Dispose, timeoutMs = DISPOSE_TIMEOUT_MS): () => void {
    const disposer = { what, dispose, timeoutMs };
    if (this.#disposing) void this.#run(disposer);
    else this.#disposers.add(disposer);
    return () => void this.#disposers.delete(disposer);
  }

  /** Never rejects: each step is bounded in time, and its failure is reported. */
  dispose(): Promise<void> {
    this.#disposing ??= this.#runAll();
    return this.#disposing;
  }

  /** One after the other: what was set up later may rely on what was there before. */
  async #runAll(): Promise<void> {
    const disposers = [...this.#disposers].toReversed();
    this.#disposers.clear();
    for (const disposer of disposers) await this.#run(disposer);
  }

  async #run({ what, dispose, timeoutMs }: Disposer): Promise<void> {
    try {
      await withTimeout(Promise.try(dispose), { ms: timeoutMs, what });
    } catch (error) {
      this.#onProblem(what, error);
    }
  }
}
