import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { container } from '@sapphire/pieces';
import { createMonthlyPartitions } from '@twi/database';
import { createTestDatabase } from '@twi/database/testing';
import { startHost } from '@twi/host';
import { statsPlugin } from '@twi/plugin-stats';
import { startSandbox } from '@twi/sandbox';
import { median, percentile } from './measure/percentile.ts';
import { addManyRows, CHANNEL_IDS } from './stats-reading-rows.ts';

const DEFAULT_ROWS = 10_000_000;
const DAYS = 365;
const MONTHS_OF_HOURS = 5;
const MONTH_MS = 31 * 86_400_000;
const ROUNDS = 15;
/** The first rounds fill the caches of the database, and are thrown away. */
const WARM_UP = 3;
const PAGE = { limit: 10, offset: 0 };

type Uses = Readonly<Record<string, () => Promise<unknown>>>;

// Filling takes a quarter of an hour, so this is not part of `npm run bench`.
await measureReading(Number(process.argv[2] ?? DEFAULT_ROWS));

/** Prints how long people wait for the database in a server with so many rows by day. */
async function measureReading(rows: number): Promise<void> {
  await using database = await createTestDatabase();
  await using sandbox = await startSandbox({ scene: 'empty' });
  const owner = sandbox.createUser({ username: 'owner' });
  const { id: guildId } = sandbox.createGuild({ name: 'Bench', ownerId: owner.id });
  const directory = await mkdtemp(join(tmpdir(), 'twi-bench-'));
  const host = await startHost({
    token: sandbox.token,
    apiUrl: sandbox.apiUrl,
    databaseUrl: database.url,
    dataDir: directory,
    givenPlugins: [{ plugin: statsPlugin }],
    logLevel: 'error',
  });
  try {
    await database.handle.ensureGuild(guildId);
    const db = database.handle.forPlugin('stats');
    const from = new Date(Date.now() - (MONTHS_OF_HOURS - 1) * MONTH_MS);
    await createMonthlyPartitions(db, { table: 'stats.activity_hours', from, months: MONTHS_OF_HOURS });
    const start = performance.now();
    await addManyRows(db, { guildId, days: DAYS, rows });
    console.log(
      `${rows.toLocaleString('en')} rows, filled in ${((performance.now() - start) / 1_000).toFixed(0)} s:`,
    );
    for (const days of [7, 30, 90, 365]) console.table(await measureAll(await usesOf(guildId, days)));
  } finally {
    await host.stop('the benchmark is done');
    await rm(directory, { recursive: true, force: true });
  }
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
  return {
    [`totals of the server, ${days} days`]: () => numbers.totals(period),
    'days of the server': () => numbers.days(period),
    'people, for whoever sees all': () => numbers.users(period, { sight: all, ...PAGE }),
    'people, with a tenth hidden': () => numbers.users(period, { sight: some, ...PAGE }),
    channels: () => numbers.channels(period, { sight: some, ...PAGE }),
    'totals of the busiest channel': () => numbers.totals(period, { channelIds }),
    'people of the busiest channel': () => numbers.users(period, { sight: all, channelIds, ...PAGE }),
    'totals of the busiest member': () => numbers.totals(period, { userIds: ['1'], sight: some }),
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
