import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../../src/index.ts';

const GUIDES = fileURLToPath(new URL('.', import.meta.url));
const MODULES = fileURLToPath(new URL('../../../../node_modules', import.meta.url));
const REDIRECT = join(GUIDES, 'redirect.cjs');
const START_TIMEOUT_MS = 15_000;

/** A bot as a guide has it, in a folder and a process of its own. */
export class GuideBot implements AsyncDisposable {
  readonly #folder = mkdtempSync(join(tmpdir(), 'guide-bot-'));
  readonly #sandbox: Sandbox;
  #running: ChildProcess | undefined;

  constructor(name: 'discordjs' | 'sapphire', sandbox: Sandbox, config: object) {
    this.#sandbox = sandbox;
    cpSync(join(GUIDES, name), this.#folder, { recursive: true });
    symlinkSync(MODULES, join(this.#folder, 'node_modules'));
    writeFileSync(join(this.#folder, 'config.json'), JSON.stringify(config));
  }

  /** Runs a script to its end and returns what it printed. */
  async run(script: string): Promise<string> {
    const child = this.#spawn(script);
    const output = collect(child);
    await once(child, 'exit');
    return output();
  }

  /** Starts a script and waits until it prints `sign`. */
  async start(script: string, sign: string): Promise<void> {
    const child = this.#spawn(script);
    this.#running = child;
    const output = collect(child);
    const deadline = AbortSignal.timeout(START_TIMEOUT_MS);
    while (!output().includes(sign)) {
      await Promise.race([
        once(child.stdout ?? child, 'data', { signal: deadline }),
        once(child, 'exit').then(() => Promise.reject(new Error(`The bot ended: ${output()}`))),
      ]);
    }
  }

  /**
   * Waits until the bot listens again. A guide's bot starts to collect after Discord has answered it, in time for people
   * and not for programs.
   */
  async idle(): Promise<void> {
    const child = this.#running;
    if (!child) throw new Error('The bot was not started.');
    const answer = once(child, 'message');
    child.send('idle?');
    await answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const child = this.#running;
    if (child?.exitCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #spawn(script: string): ChildProcess {
    const env = { PATH: process.env['PATH'], SANDBOX_API: this.#sandbox.apiUrl };
    return spawn(process.execPath, ['--require', REDIRECT, script], {
      cwd: this.#folder,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
  }
}

function collect(child: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => chunks.push(String(chunk)));
  return () => chunks.join('');
}
