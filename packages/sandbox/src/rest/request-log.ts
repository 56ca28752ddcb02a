/** One REST request of the bot and how it was answered. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query as requested, without the version prefix. */
  readonly path: string;
  /** The route as Discord's documentation writes it; undefined where no route matched. */
  readonly template: string | undefined;
  readonly body: unknown;
  /** 0 where a fault left the request without an answer. */
  readonly status: number;
  /** Unix milliseconds at which the request arrived. */
  readonly at: number;
  readonly durationMs: number;
  /** Why the request was refused, in Discord's form. */
  readonly problem?: object;
}

/** Keeps the latest requests; older ones are overwritten in place. */
export class RequestLog {
  readonly #capacity: number;
  #entries: RecordedRequest[] = [];
  #next = 0;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  add(entry: RecordedRequest): void {
    if (this.#capacity === 0) return;
    if (this.#entries.length < this.#capacity) this.#entries.push(entry);
    else this.#entries[this.#next] = entry;
    this.#next = (this.#next + 1) % this.#capacity;
  }

  /** The kept requests, oldest first. */
  list(): readonly RecordedRequest[] {
    if (this.#entries.length < this.#capacity) return [...this.#entries];
    return [...this.#entries.slice(this.#next), ...this.#entries.slice(0, this.#next)];
  }

  clear(): void {
    this.#entries = [];
    this.#next = 0;
  }
}
