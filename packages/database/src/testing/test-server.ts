import { existsSync, rmSync } from 'node:fs';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostmaster } from '../embedded/postmaster.ts';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.ts';

// A test's data is thrown away, so nothing has to survive a power cut.
const FAST_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];
const EXIT_PATIENCE_MS = 3_000;
const POLL_INTERVAL_MS = 20;
const DIRECTORY_PATTERN = /^twi-test-postgres-(?<owner>\d+)-/u;

/** A PostgreSQL server for tests. */
export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a throw-away PostgreSQL server in a temporary directory. Stopping it removes every trace; so does the end of the
 * process, and what a killed process left is removed by the next one.
 */
export async function startTestServer(): Promise<TestServer> {
  await removeOrphans();
  const dataDir = await mkdtemp(join(tmpdir(), `twi-test-postgres-${process.pid}-`));
  await chmod(dataDir, 0o755); // -- as root the server runs as another user, who must be able to enter
  const remove = () => rm(dataDir, { recursive: true, force: true });
  try {
    const server = await startEmbeddedPostgres({ dataDir, settings: FAST_SETTINGS });
    const forgetExit = await killAtExit(dataDir);
    const stop = async () => {
      forgetExit();
      await server.stop();
      await remove();
    };
    return { url: server.url, stop };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A test runner that is interrupted ends without stopping anything; only synchronous work is possible then. */
async function killAtExit(dataDir: string): Promise<() => void> {
  const pid = (await findPostmaster(join(dataDir, 'postgres')))?.pid;
  const kill = () => {
    if (pid !== undefined) signal(pid, 'SIGQUIT');
    waitUntilMissing(join(dataDir, 'postgres', 'postmaster.pid'));
    rmSync(dataDir, { recursive: true, force: true });
  };
  process.once('exit', kill);
  return () => void process.off('exit', kill);
}

/** Blocks: an exiting process cannot wait in any other way. The server removes the file as the last thing it does. */
function waitUntilMissing(file: string): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; existsSync(file) && waited < EXIT_PATIENCE_MS; waited += POLL_INTERVAL_MS) {
    Atomics.wait(sleeper, 0, 0, POLL_INTERVAL_MS);
  }
}

async function removeOrphans(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = DIRECTORY_PATTERN.exec(name)?.groups?.['owner'];
    if (owner === undefined || signal(Number(owner), 0)) continue;
    const dataDir = join(tmpdir(), name);
    const postmaster = await findPostmaster(join(dataDir, 'postgres'));
    if (postmaster) signal(postmaster.pid, 'SIGQUIT');
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 }).catch(() => {}); // -- another user's
  }
}

/** @returns whether the process exists and may be signalled; another user's counts as existing */
function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
