import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { START_FLAGS } from '@twi/proving';

/** Bots on the host, which are run as operators run them; the others as Node runs by itself. */
const ON_THE_HOST = /(?:full-bot|twi-host|whole-bot)\.ts$/;

/** A bot in a process of its own, so that it has a core of its own. */
export class ClientProcess implements AsyncDisposable {
  /** From the start of the process until it is ready, in milliseconds. */
  readonly readyAfterMs: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, readyAfterMs: number) {
    this.#child = child;
    this.readyAfterMs = readyAfterMs;
  }

  /** Starts a file of `clients` and waits until it is ready. */
  static async start(file: string, environment: Readonly<Record<string, string>>): Promise<ClientProcess> {
    const start = performance.now();
    const child = fork(join(import.meta.dirname, '../clients', file), {
      execArgv: ON_THE_HOST.test(file) ? [...START_FLAGS] : ['--conditions=source'],
      // oxlint-disable-next-line node/no-process-env -- a child wants the path and the like
      env: { ...process.env, NODE_ENV: 'production', ...environment },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const [message] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    if (message !== 'ready') throw new Error(`${file} ended before it was ready (${String(message)}).`);
    return new ClientProcess(child, performance.now() - start);
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('The client was never started.');
    return this.#child.pid;
  }

  /** Asks the client for what it has measured. @throws Error when it ends instead */
  async ask<Answer>(): Promise<Answer> {
    this.#child.send('report');
    const [answer] = await Promise.race([once(this.#child, 'message'), once(this.#child, 'exit')]);
    if (typeof answer !== 'object' || answer === null)
      throw new Error('The client ended before it answered.');
    // -- each client is asked by the one file that knows what it answers
    return answer as Answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
