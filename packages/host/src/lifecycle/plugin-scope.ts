import { withTimeout } from './with-timeout.ts';

const DISPOSE_TIMEOUT_MS = 5_000;

type Dispose = () => unknown;

/** Everything that a loaded plugin has set up, to be undone in reverse whatever else fails. */
export class PluginScope {
  readonly #onProblem: (what: string, error: unknown) => void;
  readonly #disposers: { readonly what: string; readonly dispose: Dispose }[] = [];
  #isDisposed = false;

  constructor({ onProblem }: { readonly onProblem: (what: string, error: unknown) => void }) {
    this.#onProblem = onProblem;
  }

  /** Undoes `what` when the plugin unloads; at once, when it already has: a late `setup` must leave nothing. */
  defer(what: string, dispose: Dispose): void {
    if (this.#isDisposed) void this.#run(what, dispose);
    else this.#disposers.push({ what, dispose });
  }

  /** Never rejects: each step is bounded in time, and its failure is reported. */
  async dispose(): Promise<void> {
    this.#isDisposed = true;
    // One after the other: a later step may rely on what an earlier one set up.
    for (let next = this.#disposers.pop(); next; next = this.#disposers.pop())
      await this.#run(next.what, next.dispose);
  }

  async #run(what: string, dispose: Dispose): Promise<void> {
    try {
      await withTimeout(Promise.try(dispose), { ms: DISPOSE_TIMEOUT_MS, what });
    } catch (error) {
      this.#onProblem(what, error);
    }
  }
}
