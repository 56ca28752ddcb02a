import { execFile } from 'node:child_process';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { LoadedBot } from '../load/loaded-bot.ts';
import { StoredFacts } from '../load/stored-facts.ts';
import type { Size } from '../scenario.ts';
import { judgeOrdeal, type Ordeal, PATIENCE_MS, PER_SECOND } from './judge-ordeal.ts';

const run = promisify(execFile);

const DISK_MB = 400;
const CHUNK = Buffer.alloc(1_048_576);
const FULL_MS: Readonly<Record<Size, number>> = { full: 20_000, short: 8_000 };
const CALM_MS: Readonly<Record<Size, number>> = { full: 15_000, short: 8_000 };

/** Fills the disk on which an embedded database lives. `undefined` where this user may not mount one of its own. */
export async function playOnFullDisk(size: Size): Promise<Ordeal | undefined> {
  const disk = await mkdtemp(join(tmpdir(), 'twi-small-disk-'));
  try {
    if (!(await mount(disk))) return undefined;
    try {
      return await play(disk, size);
    } finally {
      await run('umount', [disk]);
    }
  } finally {
    await rm(disk, { recursive: true, force: true });
  }
}

async function mount(disk: string): Promise<boolean> {
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m,mode=755`, 'tmpfs', disk]);
    return true;
  } catch {
    return false; // Ordinary users may not, nor may root in most containers.
  }
}

async function play(disk: string, size: Size): Promise<Ordeal> {
  await using bot = await LoadedBot.build({
    seed: 12,
    database: 'embedded',
    patienceMs: PATIENCE_MS,
    isHeard: true,
    isLenient: size === 'short',
    environment: { DATA_DIR: disk },
  });
  await using running = bot.start();
  await running.says('Up in');
  await bot.load.prepare();
  bot.load.start(PER_SECOND[size]);
  await sleep(CALM_MS[size]);

  const filler = join(disk, 'filler');
  const begunAt = Date.now();
  await fill(filler, begunAt + FULL_MS[size]);
  await rm(filler);
  const endedAt = Date.now();
  await sleep(CALM_MS[size]);
  const times = new Map([['on a full disk', { begunAt, endedAt, watchedUntil: Date.now() }]]);

  await using facts = await StoredFacts.openEmbedded(disk);
  return await judgeOrdeal({ bot, running, facts, times });
}

/** Takes whatever is free, also what becomes free meanwhile. */
async function fill(file: string, until: number): Promise<void> {
  await using handle = await open(file, 'w');
  while (Date.now() < until) {
    const hasRoom = await handle.write(CHUNK).then(
      ({ bytesWritten }) => bytesWritten > 0,
      () => false, // It is full.
    );
    if (!hasRoom) await sleep(50);
  }
}
