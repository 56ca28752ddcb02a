import { Worker } from 'node:worker_threads';
import type { Drawing } from './drawing.ts';

/** A worker without work for so long is let go; starting one takes a quarter of a second. */
const IDLE_MS = 60_000;
const TIMEOUT_MS = 20_000;

/** The sources run as they are; a published package has the compiled file beside this one. */
const WORKER = new URL(
  new URL('./draw-worker.ts', import.meta.url).href.replace(/\.ts$/, import.meta.url.slice(-'.ts'.length)),
);

/** What the worker answers. */
export type Drawn = { readonly id: number } & ({ readonly png: Uint8Array } | { readonly error: string });

interface Waiting {
  readonly resolve: (png: Buffer) => void;
  readonly reject: (error: Error) => void;
}

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();

/**
 * Draws in a worker thread: a chart takes 50 to 200 ms of computing, in which the bot would answer nobody.
 *
 * @throws {Error} when the chart cannot be drawn, or not within 20 seconds.
 */
export function draw(drawing: Drawing): Promise<Buffer> {
  clearTimeout(idle);
  worker ??= startWorker();
  const id = (lastId += 1);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const timer = setTimeout(
    () => fail(new Error(`A chart was not drawn within ${TIMEOUT_MS} ms.`)),
    TIMEOUT_MS,
  );
  waiting.set(id, { resolve, reject });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  worker.postMessage({ id, ...drawing });
  return promise.finally(() => clearTimeout(timer));
}

function startWorker(): Worker {
  const started = new Worker(WORKER);
  // A chart that is being drawn does not keep a process from ending.
  started.unref();
  started.on('message', settle);
  started.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  started.on('exit', () => {
    if (worker === started) fail(new Error('The worker that draws charts has stopped.'));
  });
  return started;
}

function settle(drawn: Drawn): void {
  const asked = waiting.get(drawn.id);
  waiting.delete(drawn.id);
  if ('png' in drawn) asked?.resolve(Buffer.from(drawn.png));
  else asked?.reject(new Error(`The chart could not be drawn: ${drawn.error}`));
  // Here, not where a chart is asked for: it is nobody's timer who asked.
  clearTimeout(idle);
  if (waiting.size === 0) idle = setTimeout(stopWorker, IDLE_MS).unref();
}

/** Gives up on everything; the next chart gets a new worker. */
function fail(error: Error): void {
  stopWorker();
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function stopWorker(): void {
  const stopped = worker;
  worker = undefined;
  void stopped?.terminate();
}
