import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, START_FLAGS } from './start-flags.ts';

const START_TIMEOUT_MS = 240_000;

/** The bot as an operator starts it, in a process of its own. */
export class BotProcess implements AsyncDisposable {
  readonly child: ChildProcess;
  /** Everything that it wrote so far. */
  output = '';

  private constructor(child: ChildProcess) {
    this.child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
  }

  /** Starts it, or the supervisor of `npm run dev`, with nothing else in its environment that it could read. */
  static start(
    environment: Readonly<Record<string, string>>,
    script: 'main.ts' | 'dev.ts' = 'main.ts',
  ): BotProcess {
    const child = spawn(process.execPath, [...START_FLAGS, join(ROOT, 'apps/bot/src', script)], {
      // Not the root, where a developer's own .env may lie.
      cwd: tmpdir(),
      env: { ...inherited(), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new BotProcess(child);
  }

  /** Resolves when its output holds a text. @throws {Error} with the output when it ends before. */
  async says(text: string | RegExp): Promise<void> {
    const has = (): boolean =>
      typeof text === 'string' ? this.output.includes(text) : text.test(this.output);
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (!has()) {
      if (this.hasEnded) throw new Error(`The bot ended before it said ${String(text)}:\n${this.output}`);
      if (Date.now() > deadline) throw new Error(`The bot never said ${String(text)}:\n${this.output}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Sends a signal and waits for the end. Resolves with the exit code, or `undefined` after a signal's death. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | undefined> {
    if (!this.hasEnded) {
      const ended = once(this.child, 'exit');
      this.child.kill(signal);
      await ended;
    }
    return this.child.exitCode ?? undefined;
  }

  /** Waits for it to end by itself. */
  async ended(): Promise<number | undefined> {
    if (!this.hasEnded) await once(this.child, 'close');
    return this.child.exitCode ?? undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.end('SIGTERM');
  }
}

/** Where programs are, and what is compiled already. */
export function inherited(): NodeJS.ProcessEnv {
  // oxlint-disable-next-line node/no-process-env -- a child wants the path and the like
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return { PATH, NODE_COMPILE_CACHE };
}
