import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Limit, ROOT, type Section } from '@twi/proving';
import { gateNsAt } from './gate-at.ts';
import { type GrowthFigures, measureGrown } from './grown-bot.ts';
import { type Growth, growthPlot } from './growth-plot.ts';

const SIZES = [10, 100, 1_000, 10_000] as const;
const PLOT = join(ROOT, 'docs/public/figures/growth.svg');
const BYTES_PER_MEBIBYTE = 1_048_576;
/** What a measurement may add to ten times as much. */
const TEN_TIMES = 10 * 1.1;
const RATES_KEPT = 0.9;

interface Figures extends GrowthFigures {
  readonly guilds: number;
  readonly gateNs: number;
}

/** Measures the bot at four sizes, each ten times the one before, and draws what becomes of each figure. */
export async function measureGrowth(): Promise<Section> {
  const all: Figures[] = [];
  for (const guilds of SIZES)
    all.push({ guilds, gateNs: await gateNsAt(guilds), ...(await measureGrown(guilds)) });
  await writeFile(PLOT, growthPlot(SIZES, growthOf(all)));
  return {
    id: 'growth',
    columns: [
      'servers',
      'interactions/s',
      'messages/s',
      'processor µs a message',
      'gate ns',
      'RSS MiB',
      'start ms',
      'SQL statements at the start',
    ],
    rows: all.map((each) => [
      each.guilds.toLocaleString('en'),
      each.commandsPerSecond.toFixed(0),
      each.messagesPerSecond.toFixed(0),
      each.messageUs.toFixed(1),
      each.gateNs.toFixed(0),
      (each.rssBytes / BYTES_PER_MEBIBYTE).toFixed(0),
      each.startMs.toFixed(0),
      String(each.statements),
    ]),
    limits: [...limitsOf(all), ...exponentsOf(all)],
  };
}

/** With which power of the number of servers a cost grows, over all sizes: 0 where it does not, 1 where it grows as they do. */
function exponent(all: readonly Figures[], cost: (figures: Figures) => number): number {
  const [smallest, most] = [all[0], all.at(-1)];
  if (!smallest || !most) throw new Error('No size was measured.');
  return Math.log(cost(most) / cost(smallest)) / Math.log(most.guilds / smallest.guilds);
}

/** Each of the figures is linear or better: what a bot needs of all, or for one event. */
function exponentsOf(all: readonly Figures[]): Limit[] {
  const costs: Readonly<Record<string, (figures: Figures) => number>> = {
    'time for an interaction': (each) => 1 / each.commandsPerSecond,
    'time for a message': (each) => 1 / each.messagesPerSecond,
    'gate, time for an event': (each) => each.gateNs,
    memory: (each) => each.rssBytes,
    'time to start': (each) => each.startMs,
  };
  return Object.entries(costs).map(([what, cost]) => ({
    what: `${what}: power of the number of servers with which it grows`,
    measured: exponent(all, cost),
    atMost: 1,
    unit: '',
  }));
}

/** Each figure as a multiple of that of the smallest size. */
function growthOf(all: readonly Figures[]): Growth[] {
  const of = (name: string, value: (figures: Figures) => number): Growth => ({
    name,
    multiples: all.map((each) => value(each) / value(all[0]!)),
  });
  return [
    of('interactions a second', (each) => each.commandsPerSecond),
    of('messages a second', (each) => each.messagesPerSecond),
    of('gate, time for an event', (each) => each.gateNs),
    of('memory', (each) => each.rssBytes),
    of('start, time', (each) => each.startMs),
    of('start, SQL statements', (each) => each.statements),
  ];
}

function limitsOf(all: readonly Figures[]): Limit[] {
  const [smallest, , thousand, most] = all;
  if (!smallest || !thousand || !most) throw new Error('A size was not measured.');
  // What ten guilds take is what the bot takes by itself.
  const growth = (what: string, value: (figures: Figures) => number): Limit => ({
    what: `${what} above that of 10 servers, 10,000 to 1,000`,
    measured: (value(most) - value(smallest)) / Math.max(value(thousand) - value(smallest), 0),
    atMost: TEN_TIMES,
    unit: '×',
  });
  const kept = (what: string, value: (figures: Figures) => number): Limit => ({
    what: `${what}, 10,000 servers to 10`,
    measured: value(most) / value(smallest),
    atLeast: RATES_KEPT,
    unit: '×',
  });
  return [
    growth('memory', (each) => each.rssBytes),
    growth('time to start', (each) => each.startMs),
    {
      what: 'SQL statements at the start, 10,000 servers to 10',
      measured: most.statements / smallest.statements,
      atMost: 1.1,
      unit: '×',
    },
    kept('interactions a second', (each) => each.commandsPerSecond),
    kept('messages a second', (each) => each.messagesPerSecond),
  ];
}
