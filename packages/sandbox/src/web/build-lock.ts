import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** No build takes as long; a lock that is older was left by a process whose id another one has now. */
const LONGEST_BUILD_MS = 120_000;

/** Lets one process of this machine at a time build; what a process that died left behind holds nobody up. */
export class BuildLock {
  readonly #path: string;

  /** @param path of a file that stands for the lock and holds the id of the process that has it */
  constructor(path: string) {
    this.#path = path;
  }

  /** Takes the lock; false where another process has it. */
  take(): boolean {
    if (this.#isAbandoned()) this.release();
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeFileSync(this.#path, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return false;
      throw error;
    }
  }

  /** Gives the lock back. */
  release(): void {
    rmSync(this.#path, { force: true });
  }

  #isAbandoned(): boolean {
    try {
      const holder = Number(readFileSync(this.#path, 'utf8'));
      if (Date.now() - statSync(this.#path).mtimeMs > LONGEST_BUILD_MS) return true;
      // Between making the file and writing to it, it names nobody yet.
      return holder > 0 && !isRunning(holder);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return false;
      throw error;
    }
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // A process of another user is there, too.
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
