import { existsSync } from 'node:fs';
import { mkdir, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Short, so that nobody stands still for long. */
const PERIOD_US = 10_000;
const ROOTS = ['/sys/fs/cgroup', '/sys/fs/cgroup/cpu'];
/** The kernel lets go of a process a moment after its end. */
const LETTING_GO = { times: 50, pauseMs: 100 };

/** Processes that together get so much of a core and no more, as on a machine of that size (Linux, as root). */
export class ProcessorBound implements AsyncDisposable {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** @param percent of one core. @throws {Error} where control groups cannot be made */
  static async of(percent: number, name: string): Promise<ProcessorBound> {
    const root = ROOTS.find((path) => existsSync(join(path, 'cgroup.procs')));
    if (root === undefined) throw new Error('There are no control groups here (Linux has them).');
    const directory = join(root, `twi-bench-${process.pid}-${name}`);
    await mkdir(directory);
    const quotaUs = (PERIOD_US * percent) / 100;
    if (existsSync(join(directory, 'cpu.max')))
      await writeFile(join(directory, 'cpu.max'), `${quotaUs} ${PERIOD_US}`);
    else {
      await writeFile(join(directory, 'cpu.cfs_period_us'), String(PERIOD_US));
      await writeFile(join(directory, 'cpu.cfs_quota_us'), String(quotaUs));
    }
    return new ProcessorBound(directory);
  }

  /** Holds a process to it, with all of its threads. */
  async add(pid: number): Promise<void> {
    await writeFile(join(this.#directory, 'cgroup.procs'), String(pid));
  }

  /** Ends it; the processes have to have ended before. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (let attempt = 1; ; attempt += 1)
      try {
        return await rmdir(this.#directory);
      } catch (error) {
        if (attempt === LETTING_GO.times) throw error;
        await sleep(LETTING_GO.pauseMs);
      }
  }
}
