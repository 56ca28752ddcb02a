import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommandGroup } from '@twi/sandbox';
import type { BotReport, ChangeOrder } from './supervision.ts';

const SCRIPT = fileURLToPath(import.meta.resolve('./supervised.ts'));

export interface SupervisedBotOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Hears which plugin registers which commands. */
  readonly tellCommands: (groups: readonly CommandGroup[]) => void;
}

/** A bot in a process of its own, which takes changed plugins in place and starts anew for everything else. */
export class SupervisedBot {
  readonly #options: SupervisedBotOptions;
  #process: ChildProcess;
  /** Whether the process has said anything: before that it is starting, or has failed to. */
  #isUp = false;
  #isStopping = false;
  #last = Promise.resolve();

  constructor(options: SupervisedBotOptions) {
    this.#options = options;
    this.#process = this.#start();
  }

  /** Brings the changes of these files into the bot, one set of changes after the other. */
  apply(files: readonly string[]): void {
    this.#last = this.#last.then(() => this.#apply(files));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#end();
    await this.#last;
  }

  async #apply(files: readonly string[]): Promise<void> {
    if (this.#isStopping) return;
    console.log(`\nChanged: ${files.map((file) => relative('.', file)).join(', ')}`);
    if (this.#isUp && (await this.#applyInPlace(files))) return;
    console.log('Restarting the bot.');
    await this.#end();
    if (!this.#isStopping) this.#process = this.#start();
  }

  /** Resolves to whether that sufficed. */
  async #applyInPlace(changed: readonly string[]): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const hear = (message: BotReport): void => {
      if (message.type !== 'commands') resolve(message.type === 'change-applied');
    };
    const giveUp = (): void => resolve(false);
    const order: ChangeOrder = { changed };
    this.#process.on('message', hear).once('exit', giveUp);
    this.#process.send(order, (error) => error && giveUp());
    try {
      return await promise;
    } finally {
      this.#process.off('message', hear).off('exit', giveUp);
    }
  }

  #start(): ChildProcess {
    const { environment: env, tellCommands } = this.#options;
    this.#isUp = false;
    const child = spawn(process.execPath, ['--conditions=source', SCRIPT], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env,
    });
    child.on('message', (message: BotReport) => {
      this.#isUp = true;
      if (message.type === 'commands') tellCommands(message.groups);
    });
    child.once('exit', () => {
      this.#isUp = false;
      if (!child.killed && !this.#isStopping)
        console.log('The bot has ended; it starts again at the next change.');
    });
    return child;
  }

  async #end(): Promise<void> {
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== null || signalCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await ended;
  }
}
