import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Where PostgreSQL keeps its own files, which come and go as it likes. */
const SERVER_FOLDER = 'postgres';
const OWN_FILES: ReadonlySet<string> = new Set(['compile-cache', SERVER_FOLDER]);

/** A process that works on a folder. */
export interface Worker {
  readonly pid: number;
  readonly command: string;
}

/** Processes that were started with a folder in their environment, or stand in it. Linux tells; elsewhere there are none. */
export async function workersOn(folder: string): Promise<readonly Worker[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid);
  const found = await Promise.all(pids.map((pid) => workerOn(folder, pid)));
  return found.filter((worker) => worker !== undefined);
}

async function workerOn(folder: string, pid: number): Promise<Worker | undefined> {
  // Those that end meanwhile, or are another user's, say nothing.
  const [environment, directory, command] = await Promise.all([
    readFile(`/proc/${pid}/environ`, 'utf8').catch(() => ''),
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
    readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
  ]);
  const isOn = environment.includes(folder) || directory.startsWith(folder) || command.includes(folder);
  // What has no command line is dead, and waits for its parent to notice.
  return isOn && command !== '' ? { pid, command: command.replaceAll('\0', ' ').trim() } : undefined;
}

/** What lies in a folder, besides what a bot that was stopped in order keeps there. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async (entry) => {
      if (OWN_FILES.has(entry.name)) return [];
      const path = join(folder, entry.name);
      const inside = entry.isDirectory() ? await filesIn(path) : [];
      return [entry.name, ...inside.map((name) => join(entry.name, name))];
    }),
  );
  return found.flat();
}
