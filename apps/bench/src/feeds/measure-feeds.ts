import { setTimeout as sleep } from 'node:timers/promises';
import type { TestDatabase } from '@twi/database/testing';
import { integrationsPlugin } from '@twi/plugin-integrations';
import type { Section } from '@twi/proving';
import type { Sandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { startMeasuredHost } from '../measure/measured-host.ts';
import { percentile } from '../measure/percentile.ts';
import { FeedSites } from './feed-sites.ts';

const FEEDS = 1_000;
const SITES = 250;
const GUILDS = 20;
/** How often a feed is read. */
const INTERVAL_MS = 900_000;
/** All are due within this time, which is 15 times as dense as it would be. */
const ROUND_MS = 60_000;
/** Every so many feeds have something new. */
const EVERY = 10;
const PATIENCE_MS = 180_000;
/** Lets what was found reach its channels. */
const SETTLING_MS = 5_000;

/** Lets a real host follow a thousand feeds of 250 sites. */
export async function measureFeeds(): Promise<Section> {
  await using site = await FeedSites.start();
  let places: Place[] = [];
  await using measured = await startMeasuredHost({
    plugins: [integrationsPlugin],
    prepare: ({ sandbox }) => {
      places = makeChannels(sandbox);
    },
    host: {
      privatePlaces: [`127.0.0.1:${site.port}`],
      resolveHost: async () => [{ address: '127.0.0.1', family: 4 }],
    },
  });
  const { database, host, sandbox } = measured;
  for (const { guildId, ownerId } of places) await host.enablement.enable(guildId, ['integrations'], ownerId);
  await addFeeds(database, places, site.port);
  const allAtOnceMs = await readAll(database, 0);
  for (let index = 0; index < FEEDS; index += EVERY) await site.publish(`feed-${index}`);
  const before = process.cpuUsage();
  await readAll(database, ROUND_MS);
  const { user, system } = process.cpuUsage(before);
  const late = await latenessIn(database);
  await sleep(SETTLING_MS);
  const posted = places.reduce((sum, { channelId }) => sum + sandbox.messages(channelId).length, 0);
  return sectionOf({ allAtOnceMs, late, posted, processorMs: (user + system) / 1_000 });
}

interface FeedFigures {
  /** How long it took to read all of them when all were due at once. */
  readonly allAtOnceMs: number;
  /** How late each was read when all were due within a minute, in milliseconds. */
  readonly late: readonly number[];
  readonly posted: number;
  /** Processor time of the bot for one round. */
  readonly processorMs: number;
}

function sectionOf({ allAtOnceMs, late, posted, processorMs }: FeedFigures): Section {
  const expected = FEEDS / EVERY;
  const latest = Math.max(...late);
  return {
    id: 'feeds',
    columns: [`${FEEDS.toLocaleString('en')} feeds, all due within one minute`, ''],
    rows: [
      ['read late, p50 ms', percentile(late, 0.5).toFixed(0)],
      ['read late, p99 ms', percentile(late, 0.99).toFixed(0)],
      ['read late, at most ms', latest.toFixed(0)],
      ['posts, of those that were to come', `${posted} of ${expected}`],
      ['processor time of a round, ms', processorMs.toFixed(0)],
      ['% of a core, each read every 15 minutes', ((processorMs / INTERVAL_MS) * 100).toFixed(1)],
      ['all at once at first, s', (allAtOnceMs / 1_000).toFixed(1)],
    ],
    limits: [
      { what: 'late at most, before it would be due again', measured: latest, atMost: ROUND_MS, unit: 'ms' },
      {
        what: 'posts too many or too few',
        measured: Math.abs(posted - expected),
        atMost: 0,
        unit: 'posts',
      },
    ],
  };
}

interface Place {
  readonly guildId: string;
  readonly ownerId: string;
  readonly channelId: string;
}

function makeChannels(sandbox: Sandbox): Place[] {
  return Array.from({ length: GUILDS }, (_, index) => {
    const owner = sandbox.createUser({ username: `owner${index}` });
    const guild = sandbox.createGuild({ name: `Bench ${index}`, ownerId: owner.id });
    return { guildId: guild.id, ownerId: owner.id, channelId: guild.addChannel({ name: 'news' }).id };
  });
}

async function addFeeds({ handle }: TestDatabase, places: readonly Place[], port: number): Promise<void> {
  const { db } = handle;
  for (let index = 0; index < FEEDS; index += 1) {
    const key = `http://site-${index % SITES}.example:${port}/feed-${index}`;
    const { guildId, channelId } = places[index % places.length]!;
    await sql`
      with target as (
        insert into integrations.feed_targets (source, key, name, url, next_poll_at)
        values ('rss', ${key}, ${key}, ${key}, 'infinity') returning id
      )
      insert into integrations.feeds (guild_id, number, followed_id, channel_id, after_item_id)
      select ${guildId}, ${index + 1}, id, ${channelId}, 0 from target
    `.execute(db);
  }
}

/** Lets all be due over a time, and waits until all were read. @returns how long that took, in milliseconds. */
async function readAll({ handle: { db } }: TestDatabase, overMs: number): Promise<number> {
  const start = performance.now();
  await sql`
    update integrations.feed_targets target set last_polled_at = null,
      created_at = due.at, next_poll_at = due.at
    from (
      select id, now() + (row_number() over (order by hashint8(id)) - 1) * ${overMs / FEEDS} * interval '1 millisecond' as at
      from integrations.feed_targets
    ) due where due.id = target.id`.execute(db);
  for (;;) {
    await sleep(500);
    const { rows } = await sql<{ open: number }>`
      select count(*)::int as open from integrations.feed_targets where last_polled_at is null`.execute(db);
    const took = performance.now() - start;
    if (rows[0]?.open === 0) return took;
    if (took > PATIENCE_MS) throw new Error(`${rows[0]?.open} feeds were not read in ${took} ms.`);
  }
}

/** How late each was read. */
async function latenessIn({ handle: { db } }: TestDatabase): Promise<number[]> {
  const { rows } = await sql<{ lateMs: number }>`
    select (extract(epoch from last_polled_at - created_at) * 1000)::float8 as "lateMs"
    from integrations.feed_targets`.execute(db);
  return rows.map(({ lateMs }) => lateMs);
}
