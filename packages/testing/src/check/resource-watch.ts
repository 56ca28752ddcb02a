import { type AsyncHook, createHook } from 'node:async_hooks';
import { pathToFileURL } from 'node:url';

/** Kinds of things that stay open until somebody closes them (https://nodejs.org/api/async_hooks.html#type). */
const KINDS: ReadonlySet<string> = new Set([
  'Timeout',
  'TCPWRAP',
  'TCPSERVERWRAP',
  'PIPEWRAP',
  'PIPESERVERWRAP',
  'UDPWRAP',
  'FSEVENTWRAP',
  'STATWATCHER',
  'PROCESSWRAP',
  'WORKER',
]);
const NAMES: Readonly<Record<string, string>> = { Timeout: 'timer', FSEVENTWRAP: 'file watcher' };
const STACK_DEPTH = 50;

/** Something that code of the plugin opened. */
export interface OpenResource {
  readonly kind: string;
  /** `src/plugin.ts:12:5` */
  readonly where: string;
}

/** Watches the timers, sockets, processes and file watchers that the code in a folder opens. */
export class ResourceWatch implements Disposable {
  readonly #open = new Map<number, OpenResource>();
  readonly #folder: string;
  readonly #hook: AsyncHook;
  readonly #stackTraceLimit = Error.stackTraceLimit;

  constructor(directory: string) {
    this.#folder = pathToFileURL(`${directory}/`).href;
    Error.stackTraceLimit = STACK_DEPTH;
    this.#hook = createHook({
      init: (id, kind) => this.#remember(id, kind),
      destroy: (id) => void this.#open.delete(id),
    }).enable();
  }

  /** What is open. */
  list(): OpenResource[] {
    return [...this.#open.values()];
  }

  [Symbol.dispose](): void {
    this.#hook.disable();
    Error.stackTraceLimit = this.#stackTraceLimit;
  }

  #remember(id: number, kind: string): void {
    if (!KINDS.has(kind)) return;
    const where = this.#culprit(new Error('for its stack').stack ?? '');
    if (where !== undefined) this.#open.set(id, { kind: NAMES[kind] ?? kind, where });
  }

  /** The innermost line of the plugin's own code, what it depends on left out. */
  #culprit(stack: string): string | undefined {
    for (const line of stack.split('\n')) {
      const start = line.indexOf(this.#folder);
      if (start === -1 || line.includes('/node_modules/', start)) continue;
      return line
        .slice(start + this.#folder.length)
        .replace(/\?generation=\d+/, '')
        .replace(/\)$/, '');
    }
    return undefined;
  }
}
