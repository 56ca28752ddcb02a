import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '@twi/database/testing';
import { startHost } from '@twi/host';
import { integrationsPlugin } from '@twi/plugin-integrations';
import { type Sandbox, startSandbox } from '@twi/sandbox';
import { sql } from 'kysely';
import { percentile } from './measure/percentile.ts';

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

/** What it costs to follow a thousand feeds. */
export interface FeedFigures {
  readonly feeds: number;
  /** How long it took to read all of them when all were due at once, in milliseconds. */
  readonly allAtOnceMs: number;
  /** How late feeds were read when all were due within a minute, in milliseconds. */
  readonly lateP50Ms: number;
  readonly lateP99Ms: number;
  readonly lateMostMs: number;
  /** What was posted, and what was to be. */
  readonly posted: number;
  readonly expected: number;
  /** Processor time of the bot for one round, in milliseconds. */
  readonly processorMs: number;
  /** The same as a share of one core, at the interval at which feeds are really read. */
  readonly shareOfCore: number;
}

/** Lets a real host follow a thousand feeds of 250 sites. */
export async function measureFeeds(): Promise<FeedFigures> {
  await using database = await createTestDatabase();
  await using sandbox = await startSandbox({ scene: 'empty', rateLimits: false });
  const channels = makeChannels(sandbox);
  const directory = await mkdtemp(join(tmpdir(), 'twi-bench-'));
  const site = fork(join(import.meta.dirname, 'feeds-site.ts'), { execArgv: ['--conditions=source'] });
  const [port] = (await once(site, 'message')) as [number]; // -- what it says first
  const host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir: directory,
    givenPlugins: [{ plugin: integrationsPlugin }],
    privatePlaces: [`127.0.0.1:${port}`],
    resolveHost: async () => [{ address: '127.0.0.1', family: 4 }],
    logLevel: 'error',
  });
  try {
    for (const { guildId, ownerId } of channels)
      await host.enablement.enable(guildId, ['integrations'], ownerId);
    await addFeeds(database, channels, port);
    const allAtOnceMs = await readAll(database, 0);
    await publish(site, port);
    const before = process.cpuUsage();
    await readAll(database, ROUND_MS);
    const { user, system } = process.cpuUsage(before);
    const processorMs = (user + system) / 1_000;
    const late = await latenessIn(database);
    await sleep(5_000);
    return {
      feeds: FEEDS,
      allAtOnceMs,
      lateP50Ms: percentile(late, 0.5),
      lateP99Ms: percentile(late, 0.99),
      lateMostMs: Math.max(...late),
      posted: channels.reduce((sum, { channelId }) => sum + sandbox.messages(channelId).length, 0),
      expected: FEEDS / EVERY,
      processorMs,
      shareOfCore: processorMs / INTERVAL_MS,
    };
  } finally {
    site.disconnect();
    await host.stop('the benchmark is done');
    await rm(directory, { recursive: true, force: true });
  }
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

async function publish(site: ChildProcess, port: number): Promise<void> {
  if (!site.connected) throw new Error('The sites have ended.');
  for (let index = 0; index < FEEDS; index += EVERY)
    await fetch(`http://127.0.0.1:${port}/feed-${index}?publish`);
}
