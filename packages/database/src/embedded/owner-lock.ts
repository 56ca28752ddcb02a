import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DataDirectoryInUseError } from './errors.ts';

// Any number does, as long as every version of the bot uses the same.
const OWNER_LOCK_KEY = '7310579610250001';
const APPLICATION_NAME_PREFIX = 'twi-bot-shard owner ';
/** How long a bot that was killed may take to be noticed by the server. */
const PATIENCE_MS = 3_000;
const RETRY_INTERVAL_MS = 100;
const CONNECTION_TIMEOUT_MS = 5_000;

/**
 * Takes the lock that makes this process the only bot on a data directory. It lives as long as the connection, so it
 * vanishes by itself when the process dies.
 *
 * @throws {DataDirectoryInUseError} when another process still holds it after a few seconds.
 */
export async function acquireOwnerLock(url: string, directory: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: `${APPLICATION_NAME_PREFIX}${process.pid}`,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    keepAlive: true,
  });
  client.on('error', () => {}); // -- the end of the connection is what counts, and 'end' reports it
  await client.connect();
  try {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await tryLock(client))) {
      if (Date.now() > deadline) throw new DataDirectoryInUseError(directory, await findOwnerPid(client));
      await sleep(RETRY_INTERVAL_MS);
    }
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function tryLock(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    OWNER_LOCK_KEY,
  ]);
  return rows[0]?.locked === true;
}

async function findOwnerPid(client: Client): Promise<number | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and ((l.classid::bigint << 32) | l.objid::bigint) = $1`,
    [OWNER_LOCK_KEY],
  );
  const pid = Number(rows[0]?.name.slice(APPLICATION_NAME_PREFIX.length));
  return Number.isSafeInteger(pid) ? pid : undefined;
}
