import { type AsyncHook, createHook } from 'node:async_hooks';
import { pathToFileURL } from 'node:url';

/** Of Node's asynchronous resources, `setTimeout` and `setInterval` (https://nodejs.org/api/async_hooks.html#type). */
const TIMER = 'Timeout';
const STACK_DEPTH = 50;
/** A time-out of a request, for example, runs out by itself soon enough. */
const SHORT_MS = 30_000;

/** The host's pool of connections: whoever's query opens one is not who set the timer that closes it in the end. */
const HOST_POOL = /node_modules\/pg-pool\//;

/** What is read of Node's timers; there is no public way to it. */
interface Timer {
  readonly _idleTimeout: number;
  /** The interval, or `null` for a timer that fires once. */
  readonly _repeat: number | null;
}

/** Watches the timers that the code in a folder sets, and remembers where. Short ones that fire once are left out. */
export class TimerWatch implements Disposable {
  readonly #places = new Map<number, string>();
  /** As stacks write it: as a URL for ES modules, as a path for others. */
  readonly #folders: readonly string[];
  readonly #hook: AsyncHook;
  readonly #stackTraceLimit = Error.stackTraceLimit;

  constructor(directory: string) {
    this.#folders = [pathToFileURL(`${directory}/`).href, `${directory}/`];
    Error.stackTraceLimit = STACK_DEPTH;
    this.#hook = createHook({
      init: (id, kind, _trigger, resource) => {
        if (kind === TIMER && isLasting(resource as Timer)) this.#remember(id); // -- its kind says so
      },
      destroy: (id) => void this.#places.delete(id),
    }).enable();
  }

  /** Where each timer was set that is still there: `src/plugin.ts:12:5`. */
  list(): string[] {
    return [...this.#places.values()];
  }

  [Symbol.dispose](): void {
    this.#hook.disable();
    Error.stackTraceLimit = this.#stackTraceLimit;
  }

  #remember(id: number): void {
    const place = this.#culprit(new Error('for its stack').stack ?? '');
    if (place !== undefined) this.#places.set(id, place);
  }

  /** The innermost line of the plugin's own code, what it depends on left out. */
  #culprit(stack: string): string | undefined {
    for (const line of stack.split('\n')) {
      if (HOST_POOL.test(line)) return undefined;
      const folder = this.#folders.find((written) => line.includes(written));
      if (folder === undefined) continue;
      const place = line.slice(line.indexOf(folder) + folder.length);
      if (!place.includes('node_modules/')) return place.replace(/\?[^:]*/, '').replace(/\)$/, '');
    }
    return undefined;
  }
}

const isLasting = ({ _idleTimeout: ms, _repeat: interval }: Timer): boolean =>
  interval !== null || ms > SHORT_MS;
