import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseState, serialiseState } from './snapshot.ts';
import type { WorldState } from './world.ts';

/** How long changes are gathered before the file is written. */
const SAVE_DELAY_MS = 1_000;

/** Keeps a world's state in one file. */
export class StateFile {
  readonly #path: string;
  #timer: NodeJS.Timeout | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Reads the state; undefined where nothing was saved yet. @throws Error naming the file when it cannot be used */
  load(): WorldState | undefined {
    if (!existsSync(this.#path)) return undefined;
    try {
      return parseState(readFileSync(this.#path, 'utf8'));
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`The sandbox cannot use ${this.#path}: ${why}. Move it away to start anew.`, { cause });
    }
  }

  /** Saves soon; more changes until then go into the same write. */
  schedule(state: WorldState): void {
    this.#timer ??= setTimeout(() => this.save(state), SAVE_DELAY_MS);
  }

  /** Saves now; a reader sees the old file or the new one, never a half. */
  save(state: WorldState): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    mkdirSync(dirname(this.#path), { recursive: true });
    const draft = `${this.#path}.${process.pid}.tmp`;
    writeFileSync(draft, serialiseState(state), { mode: 0o600 });
    renameSync(draft, this.#path);
  }
}
