import type { FixtureBot } from './fixture-bot.ts';
import { HEALTHY, type Misbehaviour } from './misbehaviours.ts';
import { type Fare, useOthers } from './use-others.ts';

/** What is not stopped by then is not going to be. */
const STOPPED_WITHIN_MS = 60_000;

/** How often the two bots are measured in turn, and for how long each time. */
export interface Rounds {
  readonly count: number;
  readonly lastsMs: number;
  /** How long people rest between what they do. */
  readonly restMs: number;
}

/** How others fare beside a plugin, and without it. */
export interface Comparison {
  readonly what: string;
  /** How it was until the host stopped it; absent where nothing runs that could be stopped. */
  readonly before: (Judged & { readonly lastedMs: number }) | undefined;
  readonly after: Judged;
  readonly p99WithoutMs: number;
  readonly holdsUpEverybody: boolean;
}

/** How others fared. */
export interface Judged {
  readonly answered: number;
  readonly failures: readonly string[];
  readonly p99Ms: number;
}

/** Measures a bot with a plugin and one without it, in turn. @throws Error when the host does not stop the plugin */
export async function compare({
  attacked,
  peaceful,
  misbehaviour,
  rounds: { count, lastsMs, restMs },
}: {
  readonly attacked: FixtureBot;
  readonly peaceful: FixtureBot;
  /** Absent: only the plugins that were kept out. */
  readonly misbehaviour: Misbehaviour | undefined;
  readonly rounds: Rounds;
}): Promise<Comparison> {
  if (misbehaviour) await attacked.enable(misbehaviour.plugin);
  const start = performance.now();
  const before = misbehaviour && judge([await untilStopped(attacked, misbehaviour, restMs)]);
  const lastedMs = performance.now() - start;
  const beside: Fare[] = [];
  const without: Fare[] = [];
  for (let round = 0; round < count; round += 1) {
    const harmless = { ...HEALTHY, users: misbehaviour?.users ?? 1 };
    beside.push(await useOthers(attacked, { meanwhile: misbehaviour ?? HEALTHY, restMs }, after(lastsMs)));
    without.push(await useOthers(peaceful, { meanwhile: harmless, restMs }, after(lastsMs)));
  }
  return {
    what: misbehaviour?.what ?? 'cannot be loaded',
    before: before && { ...before, lastedMs },
    after: judge(beside),
    p99WithoutMs: judge(without).p99Ms,
    holdsUpEverybody: misbehaviour?.holdsUpEverybody ?? false,
  };
}

function judge(fares: readonly Fare[]): Judged {
  return {
    answered: fares.reduce((sum, { latencies }) => sum + latencies.length, 0),
    failures: fares.flatMap(({ failures }) => failures),
    p99Ms: median(fares.map(p99)),
  };
}

async function untilStopped(bot: FixtureBot, misbehaviour: Misbehaviour, restMs: number): Promise<Fare> {
  const isTooLate = after(STOPPED_WITHIN_MS);
  const isStopped = (): boolean =>
    bot.bot.output.includes(`The plugin "${misbehaviour.plugin}" fails too often and is stopped`);
  const fare = await useOthers(bot, { meanwhile: misbehaviour, restMs }, () => isStopped() || isTooLate());
  if (!isStopped())
    throw new Error(`"${misbehaviour.plugin}" was not stopped:\n${bot.bot.output.slice(-4_000)}`);
  return fare;
}

function after(ms: number): () => boolean {
  const end = performance.now() + ms;
  return () => performance.now() > end;
}

function p99({ latencies }: Fare): number {
  const sorted = latencies.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
