import { Client } from 'pg';
import type { Trouble } from './trouble.ts';

const SLOW_BY_MS = 2_000;

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const STARTING_UP = { code: '57P03', message: 'the database system is starting up' } as const;

/** The server goes away, and is back later. */
export const gone: Trouble = {
  name: 'gone',
  lastsMs: { full: 60_000, short: 6_000 },
  begin: async ({ proxy }) => {
    proxy.down();
    return async () => proxy.up();
  },
};

/** Each statement takes long. */
export const slow: Trouble = {
  name: 'slow by 2 s',
  lastsMs: { full: 20_000, short: 6_000 },
  begin: async ({ proxy }) => {
    proxy.slow(SLOW_BY_MS);
    return async () => proxy.up();
  },
};

/** A process of the server dies, so that it throws everybody out, reads its log from the last checkpoint, and lets nobody in meanwhile. */
export const recovering: Trouble = {
  name: 'recovering from a crash',
  lastsMs: { full: 15_000, short: 4_000 },
  begin: async ({ proxy, url }) => {
    await crash(url);
    // So little is in the log that it takes no time to read: others take minutes.
    proxy.refuse(STARTING_UP);
    return async () => proxy.up();
  },
};

async function crash(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  client.on('error', () => {}); // -- that is the point
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  process.kill(rows[0]?.pid ?? 0, 'SIGKILL');
}

/** Others take every connection that the server has to give; those that the bot had are broken. */
export const crowded: Trouble = {
  name: 'out of connections',
  lastsMs: { full: 15_000, short: 5_000 },
  begin: async ({ proxy, url }) => {
    proxy.down();
    const crowd = await takeAll(url);
    proxy.up();
    return async () => {
      await Promise.all(crowd.map((client) => client.end()));
    };
  },
};

async function takeAll(url: string): Promise<readonly Client[]> {
  const crowd: Client[] = [];
  for (;;) {
    const client = new Client({ connectionString: url });
    client.on('error', () => {}); // -- nobody asks it anything
    try {
      await client.connect();
    } catch {
      return crowd; // It says that there are too many.
    }
    crowd.push(client);
  }
}
