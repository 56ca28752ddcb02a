import { Worker } from 'node:worker_threads';
import type { NamedFeed } from '../addresses/feeds-in-page.ts';
import type { FeedDocument } from '../feed-document.ts';

/** A worker without work for so long is let go; starting one takes half a second. */
const IDLE_MS = 60_000;
/** What takes longer than this was made to take long: a feed of thousands of entries takes about a second. */
const TIMEOUT_MS = 10_000;
const MOST_MEMORY_MB = 512;

/** The sources run as they are; a published package has the compiled file beside this one. */
const WORKER = new URL(
  new URL('./reader-worker.ts', import.meta.url).href.replace(/\.ts$/, import.meta.url.slice(-'.ts'.length)),
);

/** What the worker is asked to read. */
export interface DocumentRequest {
  readonly kind: 'feed' | 'page';
  readonly text: string;
  /** Where it was found, which its addresses may be relative to. */
  readonly base: string;
}

/** What the worker answers. */
export type DocumentResult =
  | { readonly value: FeedDocument | readonly NamedFeed[] }
  | { readonly error: string };

let worker: Worker | undefined;
let idle: NodeJS.Timeout | undefined;
/** What is being read, and all that waits for it. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads a feed in a worker thread: one of some megabytes takes seconds of computing, in which the bot would answer nobody.
 *
 * @throws {Error} when it is none, or cannot be read within 10 seconds.
 */
export async function readFeedApart(text: string, base: string): Promise<FeedDocument> {
  return (await readNext({ kind: 'feed', text, base })) as FeedDocument; // -- what is answered to this kind
}

/** The feeds that a page names, found in the same thread. @throws {Error} when it cannot be read within 10 seconds. */
export async function feedsInPageApart(text: string, base: string): Promise<readonly NamedFeed[]> {
  return (await readNext({ kind: 'page', text, base })) as readonly NamedFeed[]; // -- what is answered to this kind
}

/** One at a time, so that only what takes too long is given up. */
function readNext(request: DocumentRequest): Promise<unknown> {
  const reading = last.then(() => read(request));
  last = reading.catch(() => undefined);
  return reading;
}

async function read(request: DocumentRequest): Promise<unknown> {
  clearTimeout(idle);
  worker ??= startWorker();
  const asked = worker;
  const { promise, resolve, reject } = Promise.withResolvers<DocumentResult>();
  const onError = (error: unknown): void => reject(error instanceof Error ? error : new Error(String(error)));
  const onExit = (): void => reject(new Error('The worker that reads documents has stopped.'));
  const timer = setTimeout(
    () => reject(new Error(`A document could not be read within ${TIMEOUT_MS} ms.`)),
    TIMEOUT_MS,
  );
  asked.once('message', resolve).once('error', onError).once('exit', onExit);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, not a window
  asked.postMessage(request);
  try {
    return valueOf(await promise);
  } catch (error) {
    if (!(error instanceof UnreadableError)) stopWorker(asked);
    throw error;
  } finally {
    clearTimeout(timer);
    asked.off('message', resolve).off('error', onError).off('exit', onExit);
    idle = setTimeout(() => stopWorker(asked), IDLE_MS).unref();
  }
}

/** The document is to blame, and the worker is well. */
class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

function valueOf(result: DocumentResult): FeedDocument | readonly NamedFeed[] {
  if ('error' in result) throw new UnreadableError(result.error);
  return result.value;
}

function startWorker(): Worker {
  const started = new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });
  // What is being read does not keep a process from ending.
  started.unref();
  // It may end between two documents; an error that nobody listens to would end the process.
  started.on('error', () => stopWorker(started));
  started.on('exit', () => stopWorker(started));
  return started;
}

function stopWorker(stopped: Worker): void {
  if (worker === stopped) worker = undefined;
  void stopped.terminate();
}
