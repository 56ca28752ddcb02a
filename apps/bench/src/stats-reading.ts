import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { container } from '@sapphire/pieces';
import { createTestDatabase } from '@twi/database/testing';
import { startHost } from '@twi/host';
import { statsPlugin } from '@twi/plugin-stats';
import { startSandbox } from '@twi/sandbox';
import { median, percentile } from './measure/percentile.ts';
import { addManyRows, CHANNEL_IDS, settle } from './stats-reading-rows.ts';

const DEFAULT_ROWS = 10_000_000;
const DAYS = 365;
const ROUNDS = 15;
/** The first rounds fill the caches of the database, and are thrown away. */
const WARM_UP = 3;
const ROLE_MEMBERS = 500;
/** Some of those in the role do much, and some do little. */
const EVERY_NTH = 40;
const PAGE = { limit: 10, offset: 0 };

type Uses = Readonly<Record<string, () => Promise<unknown>>>;

// Filling takes minutes, so this is not part of `npm run bench`.
await measureReading(Number(process.argv[2] ?? DEFAULT_ROWS));

/** Prints how long people wait for the database in a server with so many rows by day. */
async function measureReading(rows: number): Promise<void> {
  await using database = await createTestDatabase();
  await using sandbox = await startSandbox({ scene: 'empty' });
  const owner = sandbox.createUser({ username: 'owner' });
  const { id: guildId } = sandbox.createGuild({ name: 'Bench', ownerId: owner.id });
  const directory = await mkdtemp(join(tmpdir(), 'twi-bench-'));
  const start = performance.now();
  await addManyRows(database.handle, { guildId, days: DAYS, rows });
  const counted = performance.now();
  // Starting migrates, which sums what was counted.
  const host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir: directory,
    givenPlugins: [{ plugin: statsPlugin }],
    logLevel: 'error',
  });
  try {
    const summed = performance.now();
    await settle(database.handle);
    console.log(
      `${rows.toLocaleString('en')} rows: filled in ${seconds(start, counted)} s, summed in ${seconds(counted, summed)} s, ` +
        `a load of ${loadavg()
          .map((load) => load.toFixed(1))
          .join(', ')} on ${availableParallelism()} cores`,
    );
    for (const days of [7, 30, 90, 365]) console.table(await measureAll(await usesOf(guildId, days)));
  } finally {
    await host.stop('the benchmark is done');
    await rm(directory, { recursive: true, force: true });
  }
}

function seconds(from: number, to: number): string {
  return ((to - from) / 1_000).toFixed(0);
}

/** What people ask for, each with what makes it slow. */
async function usesOf(guildId: string, days: number): Promise<Uses> {
  const { numbers } = container.stats;
  const period = await numbers.period(guildId, days);
  const hidden = CHANNEL_IDS.filter((_, index) => index % 10 === 0);
  const visible = CHANNEL_IDS.filter((id) => !hidden.includes(id));
  const all = { seesAll: true, visible: CHANNEL_IDS, hidden: [], smaller: 'hidden' } as const;
  const some = { seesAll: false, visible, hidden, smaller: 'hidden' } as const;
  const channelIds = CHANNEL_IDS.slice(0, 1);
  const ownId = '1';
  const role = Array.from({ length: ROLE_MEMBERS }, (_, index) => String(1 + index * EVERY_NTH));
  return {
    [`totals of the server, ${days} days`]: () => numbers.totals(period),
    'days of the server': () => numbers.days(period),
    'people and own place, for whoever sees all': () => numbers.users(period, { sight: all, ownId, ...PAGE }),
    'people and own place, with a tenth hidden': () => numbers.users(period, { sight: some, ownId, ...PAGE }),
    'channels, with a tenth hidden': () => numbers.channels(period, { sight: some, ...PAGE }),
    'totals of the busiest channel': () => numbers.totals(period, { channelIds }),
    'people of the busiest channel': () => numbers.users(period, { sight: all, channelIds, ...PAGE }),
    'totals of the busiest member': () => numbers.totals(period, { userIds: [ownId], sight: some }),
    'days of the busiest member': () => numbers.days(period, { userIds: [ownId], sight: some }),
    'totals of a role of 500': () => numbers.totals(period, { userIds: role, sight: some }),
    'days of a role of 500': () => numbers.days(period, { userIds: role, sight: some }),
    'a heat map': () => numbers.heat(period),
  };
}

async function measureAll(uses: Uses): Promise<Record<string, Record<string, string>>> {
  const figures: Record<string, Record<string, string>> = {};
  for (const [use, ask] of Object.entries(uses)) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
      const start = performance.now();
      await ask();
      if (round >= WARM_UP) times.push(performance.now() - start);
    }
    figures[use] = { 'p50 ms': median(times).toFixed(1), 'p95 ms': percentile(times, 0.95).toFixed(1) };
  }
  return figures;
}
