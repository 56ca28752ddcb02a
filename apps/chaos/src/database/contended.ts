import { setTimeout as sleep } from 'node:timers/promises';
import { databaseTrouble } from '@twi/database';
import { Client } from 'pg';
import type { Trouble } from './trouble.ts';

/** Tables that the bot writes in one transaction, in the order in which others take them: the other way round. */
const PAIRS = [
  ['core.audit_logs', 'moderation.cases'],
  ['core.audit_logs', 'utility.quotes'],
  ['core.audit_logs', 'gallery.items'],
  ['stats.activity_days', 'stats.activity_hours'],
] as const;
/** So that transactions of the bot that have the second table come to wait for the first. */
const BETWEEN_MS = 400;
const PAUSE_MS = 250;

/** Others take the same locks in another order, again and again: somebody loses each time. */
export const deadlocks: Trouble = {
  name: 'deadlocks',
  lastsMs: { full: 20_000, short: 6_000 },
  begin: async ({ url }) => {
    const over = new AbortController();
    const rivals = PAIRS.map((tables) => rival(url, tables, over.signal));
    return async () => {
      over.abort();
      await Promise.all(rivals);
    };
  },
};

async function rival(
  url: string,
  [first, second]: readonly [string, string],
  over: AbortSignal,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  while (!over.aborted) {
    try {
      await client.query(`begin; lock table ${first} in share row exclusive mode`);
      await sleep(BETWEEN_MS);
      await client.query(`lock table ${second} in share row exclusive mode`);
    } catch (error) {
      // It is the other one that loses, at times.
      if (databaseTrouble(error) !== 'busy') throw error;
    }
    await client.query('rollback');
    await sleep(PAUSE_MS);
  }
  await client.end();
}

/** Somebody takes what every change needs, and does not let go of it. */
export const held: Trouble = {
  name: 'a lock that is held',
  lastsMs: { full: 20_000, short: 6_000 },
  begin: async ({ url }) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('begin; lock table core.audit_logs, core.settings_revisions in access exclusive mode');
    return () => client.end();
  },
};
