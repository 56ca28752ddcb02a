import { readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { findFreePort } from './free-port.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { runTool } from './run-tool.ts';

const START_TIMEOUT_MS = 60_000;
const START_ATTEMPTS = 5;
const POLL_INTERVAL_MS = 50;
const STOP_TIMEOUT_MS = 20_000;
/** PostgreSQL's fast and immediate shutdown: https://www.postgresql.org/docs/current/server-shutdown.html */
const STOP_SIGNALS = ['INT', 'QUIT'];
const LOG_FILE = 'server.log';
const LOG_LIMIT_BYTES = 1_000_000;
const LOG_TAIL_CHARACTERS = 2_000;

/** How the server of a cluster is started. */
export interface ServerOptions {
  /** Port to listen on; a free one when absent. */
  readonly port?: number | undefined;
  /** Further settings of `postgresql.conf`, such as `fsync=off`. */
  readonly settings?: readonly string[] | undefined;
  /** Called when the server's programs run; from then on, waiting is all that is left to do. */
  readonly onLaunched?: (() => void) | undefined;
}

/**
 * Makes sure that a server runs on the cluster and accepts connections: attaches to the running one, or starts one.
 *
 * @returns the running server
 */
export async function ensureServer(cluster: Cluster, options: ServerOptions = {}): Promise<Postmaster> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  const failures: unknown[] = [];
  while (Date.now() < deadline && failures.length < START_ATTEMPTS) {
    const postmaster = await findPostmaster(cluster.directory);
    if (postmaster?.isReady) return postmaster;
    if (postmaster) await sleep(POLL_INTERVAL_MS);
    // A failed start is judged by what runs afterwards: another process may have won, or the port may have been taken.
    else
      await startServer(cluster, options).catch(async (error: unknown) => {
        failures.push(error);
        await sleep(POLL_INTERVAL_MS);
      });
  }
  const log = await readFile(join(cluster.directory, LOG_FILE), 'utf8').catch(() => '');
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL did not start. Its log ends with:\n${log.slice(-LOG_TAIL_CHARACTERS)}`,
    { cause: failures.at(-1) },
  );
}

async function startServer(
  { directory, binaries, user }: Cluster,
  { port, settings = [], onLaunched }: ServerOptions,
): Promise<void> {
  const log = join(directory, LOG_FILE);
  await limitLog(log);
  const flags = [
    `port=${port ?? (await findFreePort())}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_min_messages=fatal',
    'log_checkpoints=off',
    ...settings,
  ];
  const command = flags.map((flag) => `-c ${flag}`).join(' ');
  const parameters = ['start', '-w', '-s', '-D', directory, '-l', log, '-o', command];
  const started = runTool(binaries.pg_ctl, parameters, user);
  onLaunched?.();
  await started;
}

/**
 * Stops a server, however it was started; open transactions are rolled back. Bounded.
 *
 * Not by `pg_ctl stop`: that waits for whatever server runs on the directory, and a bot that waited for this one may
 * have started the next already.
 */
export async function stopServer(cluster: Cluster, pid: number): Promise<void> {
  for (const signal of STOP_SIGNALS) {
    if (!(await isRunning(cluster, pid))) return;
    await runTool(cluster.binaries.pg_ctl, ['kill', signal, String(pid)], cluster.user).catch(() => {}); // -- it just ended
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (Date.now() < deadline && (await isRunning(cluster, pid))) await sleep(POLL_INTERVAL_MS);
  }
  if (await isRunning(cluster, pid))
    throw new EmbeddedPostgresError(`The embedded PostgreSQL, process ${pid}, does not stop.`);
}

async function isRunning({ directory }: Cluster, pid: number): Promise<boolean> {
  return (await findPostmaster(directory))?.pid === pid;
}

async function limitLog(log: string): Promise<void> {
  const size = await stat(log).then(
    (file) => file.size,
    () => 0,
  );
  if (size > LOG_LIMIT_BYTES) await truncate(log);
}
