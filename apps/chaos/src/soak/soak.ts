import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { BotMetrics, type BotProcess, type Limit, type Section } from '@twi/proving';
import { judgeInTheEnd } from '../load/judge/judge.ts';
import { LoadedBot } from '../load/loaded-bot.ts';
import { askFeedsNow } from '../load/pass-time.ts';
import type { StoredFacts } from '../load/stored-facts.ts';
import type { Scenario, Size } from '../scenario.ts';
import { GAUGES, type Gauge, readGauges } from './gauges.ts';
import { median, type Sample, theilSen } from './theil-sen.ts';

interface Load {
  readonly lastsMs: number;
  readonly sampleEveryMs: number;
  readonly perSecond: number;
  /** How many times the growth of the long load is let pass: what comes and goes weighs more in a short one, and each deed that leaks still shows. */
  readonly slack: number;
}

const SIZES: Readonly<Record<Size, Load>> = {
  full: { lastsMs: 1_800_000, sampleEveryMs: 10_000, perSecond: 12, slack: 1 },
  short: { lastsMs: 120_000, sampleEveryMs: 4_000, perSecond: 6, slack: 4 },
};
/** Caches fill and code is compiled meanwhile. */
const WARM_UP_SHARE = 1 / 3;
/** For the collection that was asked for. */
const COLLECTION_MS = 300;
const SETTLED = { withinMs: 60_000 };
const ENOUGH_TO_SEE = 20;

/** What the process says of itself, from its start to its end. */
type Series = readonly { readonly at: number; readonly gauges: readonly number[] }[];

/** People do everything for half an hour: what the process holds has to stay level, and nobody may be let down. */
export const soak: Scenario = async (size) => {
  const metrics = await BotMetrics.reserve();
  const collector = pathToFileURL(join(import.meta.dirname, 'collect-garbage.ts')).href;
  await using bot = await LoadedBot.build({
    seed: 7,
    database: 'external',
    isHeard: true,
    isLenient: size === 'short',
    environment: { HTTP_PORT: metrics.port, NODE_OPTIONS: `--import=${collector}` },
  });
  await using running = bot.start();
  await running.says('Up in');
  await bot.load.prepare();
  await using facts = await bot.facts();

  const series = await watch(bot, { size, running, metrics, facts });
  const { lost, twice, half } = await judgeInTheEnd(bot.load, facts, SETTLED);
  const wrongs = [...lost, ...twice, ...half];
  const { ledger } = bot.load;
  const silences = ledger.unanswered.map(
    ({ kind, outcome, sentAt }) => `${kind} of ${new Date(sentAt).toISOString()}: ${outcome}`,
  );
  const troubles = [
    ...wrongs,
    ...silences,
    ...ledger.with('failed').map(({ kind, text }) => `${kind}: ${text}`),
  ];
  if (troubles.length > 0) console.log(troubles.slice(0, ENOUGH_TO_SEE).join('\n'));
  return sectionOf(series, SIZES[size], [
    { what: 'answers that people got', measured: ledger.answered.length, atLeast: 1, unit: '' },
    { what: 'interactions without an answer', measured: silences.length, atMost: 0, unit: '' },
    { what: 'errors of the bot', measured: ledger.with('failed').length, atMost: 0, unit: '' },
    { what: 'things lost, done twice or done by halves', measured: wrongs.length, atMost: 0, unit: '' },
  ]);
};

async function watch(
  { load }: LoadedBot,
  {
    size,
    running,
    metrics,
    facts,
  }: {
    readonly size: Size;
    readonly running: BotProcess;
    readonly metrics: BotMetrics;
    readonly facts: StoredFacts;
  },
): Promise<Series> {
  const { lastsMs, sampleEveryMs, perSecond } = SIZES[size];
  const series: { at: number; gauges: readonly number[] }[] = [];
  const start = performance.now();
  load.start(perSecond);
  while (performance.now() - start < lastsMs) {
    await sleep(sampleEveryMs);
    await askFeedsNow(facts);
    running.child.kill('SIGUSR2');
    await sleep(COLLECTION_MS);
    series.push({ at: performance.now() - start, gauges: await readGauges(metrics) });
  }
  await load.stop();
  return series;
}

function sectionOf(series: Series, { slack }: Load, further: readonly Limit[]): Section {
  const warmUpEnd = (series.at(-1)?.at ?? 0) * WARM_UP_SHARE;
  const lines = GAUGES.map((gauge, index) => {
    const all = series.map(({ at, gauges }) => ({ at, value: gauges[index] ?? Number.NaN }));
    const judged = all.filter(({ at }) => at >= warmUpEnd);
    return { gauge, atFirst: all[0]?.value ?? Number.NaN, ...growthOf(judged) };
  });
  return {
    id: 'soak',
    columns: ['', 'at first', 'after warm-up', 'at the end', 'lowest', 'highest'],
    rows: lines.map(({ gauge: { name, unit }, atFirst, from, to, lowest, highest }) => [
      name,
      ...[atFirst, from, to, lowest, highest].map((value) => `${value.toFixed(1)} ${unit}`.trim()),
    ]),
    limits: [...lines.map(({ gauge, from, to }) => limitOf(gauge, { from, to, slack })), ...further],
  };
}

/** Where the line through the judged part begins and ends. */
function growthOf(samples: readonly Sample[]): Record<'from' | 'to' | 'lowest' | 'highest', number> {
  const values = samples.map(({ value }) => value);
  const rise = theilSen(samples) * ((samples.at(-1)?.at ?? 0) - (samples[0]?.at ?? 0));
  const middle = median(values);
  return {
    from: middle - rise / 2,
    to: middle + rise / 2,
    lowest: Math.min(...values),
    highest: Math.max(...values),
  };
}

function limitOf(
  { name, unit, mayGrow }: Gauge,
  { from, to, slack }: { readonly from: number; readonly to: number; readonly slack: number },
): Limit {
  const what = `growth after warm-up: ${name}`;
  return 'by' in mayGrow
    ? { what, measured: to - from, atMost: mayGrow.by * slack, unit }
    : { what, measured: (to / from - 1) * 100, atMost: mayGrow.percent * slack, unit: '%' };
}
