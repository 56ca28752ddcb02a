import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isAlive } from './is-alive.ts';

/** The process that prepares a cluster is in its name. */
const NAME = /^(?<staging>postgres\.new-(?<owner>\d+)-[^.]+)/u;
/** Those of this process: in a container, where numbers repeat, a killed one had the same. */
const own = new Set<string>();

/** Makes a folder in which this process prepares a cluster, beside its place. */
export async function createStaging(parent: string): Promise<string> {
  const staging = await mkdtemp(join(parent, `postgres.new-${process.pid}-`));
  own.add(basename(staging));
  return staging;
}

/** Removes what processes left that were killed while they prepared a cluster: folders, and files with passwords. */
export async function removeAbandonedStagings(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const { staging = '', owner } = NAME.exec(name)?.groups ?? {};
    if (owner === undefined || own.has(staging)) continue;
    if (Number(owner) !== process.pid && isAlive(Number(owner))) continue;
    // The program that fills it may have outlived who started it, and be at it still; the next start removes it then.
    await rm(join(parent, name), { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);
  }
}
