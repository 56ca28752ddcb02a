import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { EntryPoint } from '../entry-point.ts';

/** One run of a plugin's code, from its entry to its end. */
export interface Run {
  readonly entry: EntryPoint;
  /** Shared by all that one event set in motion: the interaction's or message's id, else a number of its own. */
  readonly correlationId: string;
  /** As `performance.now()`. */
  readonly startedAt: number;
  /** Set when something inside failed that Sapphire caught and only announced, as its subcommands do. */
  failure?: { readonly error: unknown };
  /** Whether its time limit has passed; counted once. */
  isOverdue?: boolean;
}

const PROCESS = randomBytes(4).toString('hex');

/** Knows which run the code that is executing belongs to. One per host. */
export class RunContext {
  /** One 32-bit cell, shared with the watch on the event loop: how many runs were entered, wrapping round. */
  readonly entered = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #storage = new AsyncLocalStorage<Run>();
  #counter = 0;
  #latest: Run | undefined;

  /** The run that the calling code belongs to. */
  current(): Run | undefined {
    return this.#storage.getStore();
  }

  /** The run that was entered last, whether or not it has ended: the suspect when the event loop stood still. */
  latest(): Run | undefined {
    return this.#latest;
  }

  open(entry: EntryPoint): Run {
    const origin = entry.interaction?.id ?? entry.message?.id ?? this.current()?.correlationId;
    if (origin === undefined) this.#counter += 1;
    return new OpenRun(entry, origin, this.#counter);
  }

  within<T>(run: Run, work: () => T): T {
    this.#latest = run;
    Atomics.add(this.entered, 0, 1);
    return this.#storage.run(run, work);
  }
}

class OpenRun implements Run {
  readonly entry: EntryPoint;
  readonly startedAt = performance.now();
  failure?: { readonly error: unknown };
  isOverdue?: boolean;
  readonly #origin: string | undefined;
  readonly #number: number;

  constructor(entry: EntryPoint, origin: string | undefined, number: number) {
    this.entry = entry;
    this.#origin = origin;
    this.#number = number;
  }

  /** Made when somebody asks: hardly any run is logged. */
  get correlationId(): string {
    return this.#origin ?? `${PROCESS}-${this.#number.toString(36)}`;
  }
}
