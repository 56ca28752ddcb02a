import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Sites with feeds, in a process of their own, so that what they cost is not counted. */
export class FeedSites implements AsyncDisposable {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  static async start(): Promise<FeedSites> {
    const child = fork(join(import.meta.dirname, 'feed-sites-process.ts'), {
      execArgv: ['--conditions=source'],
    });
    const [port] = (await once(child, 'message')) as [number]; // -- what it says first
    return new FeedSites(child, port);
  }

  /** Adds an item to a feed. @throws {Error} when the sites have ended */
  async publish(feed: string): Promise<void> {
    const response = await fetch(`http://127.0.0.1:${this.port}/${feed}?publish`);
    await response.body?.cancel();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#child.connected) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
