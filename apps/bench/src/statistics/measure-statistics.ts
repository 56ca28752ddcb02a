import { container } from '@sapphire/pieces';
import { statsPlugin } from '@twi/plugin-stats';
import type { Section } from '@twi/proving';
import { startMeasuredHost } from '../measure/measured-host.ts';
import { slowestWithin, timeUses, type Uses, type UseTime } from '../measure/time-uses.ts';
import { addManyRows, CHANNEL_IDS, settle } from './many-rows.ts';

const ROWS = 10_000_000;
const DAYS = 365;
/** What people look at. */
const PERIODS = [7, 30, 90, 365];
const MOST_MS = 100;
const ROLE_MEMBERS = 500;
/** Some of those in the role do much, and some do little. */
const EVERY_NTH = 40;
const PAGE = { limit: 10, offset: 0 };

/** Asks the statistics of a real host for a server with years of use for all that people ask for. */
export async function measureStatistics(): Promise<Section> {
  let guildId = '';
  await using measured = await startMeasuredHost({
    plugins: [statsPlugin],
    // Before the host starts, which migrates: that sums what was counted.
    prepare: async ({ sandbox, database }) => {
      const owner = sandbox.createUser({ username: 'owner' });
      guildId = sandbox.createGuild({ name: 'Bench', ownerId: owner.id }).id;
      await addManyRows(database.handle, { guildId, days: DAYS, rows: ROWS });
    },
  });
  await settle(measured.database.handle);
  const byPeriod = new Map<number, readonly UseTime[]>();
  for (const days of PERIODS)
    byPeriod.set(days, await timeUses(await usesOf(guildId, days), { rounds: 15, warmUp: 3 }));
  return sectionOf(byPeriod);
}

function sectionOf(byPeriod: ReadonlyMap<number, readonly UseTime[]>): Section {
  const uses = byPeriod.get(DAYS)?.map(({ use }) => use) ?? [];
  return {
    id: 'statistics',
    columns: [`${ROWS.toLocaleString('en')} rows, p50 / p95 ms`, ...PERIODS.map((days) => `${days} days`)],
    rows: uses.map((use, index) => [
      use,
      ...PERIODS.map((days) => {
        const figure = byPeriod.get(days)?.[index];
        return `${figure?.p50Ms.toFixed(0)} / ${figure?.p95Ms.toFixed(0)}`;
      }),
    ]),
    limits: PERIODS.map((days) => slowestWithin(`${days} days`, byPeriod.get(days) ?? [], MOST_MS)),
  };
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
    'totals of the server': () => numbers.totals(period),
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
