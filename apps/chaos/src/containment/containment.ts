import type { Limit, Section } from '@twi/proving';
import type { Scenario } from '../scenario.ts';
import { FIXTURES, FixtureBot } from './fixture-bot.ts';
import { KEPT_OUT, MISBEHAVIOURS } from './misbehaviours.ts';
import { type Comparison, compare, type Judged, type Rounds } from './compare.ts';

const ROUNDS: Readonly<Record<'full' | 'short', Rounds>> = {
  full: { count: 5, lastsMs: 3_000, restMs: 0 },
  short: { count: 1, lastsMs: 1_500, restMs: 100 },
};
const MOST_P99_RATIO = 1.2;
const SHOWN = 5;

/** Plugins that do everything wrong, one after the other, beside plugins that people go on using. */
export const containment: Scenario = async (size) => {
  await using attacked = await FixtureBot.start(FIXTURES);
  await using peaceful = await FixtureBot.start(`${FIXTURES}/healthy`);
  const comparisons: Comparison[] = [];
  for (const misbehaviour of [undefined, ...MISBEHAVIOURS])
    comparisons.push(await compare({ attacked, peaceful, misbehaviour, rounds: ROUNDS[size] }));
  const told = KEPT_OUT.filter((plugin) => attacked.bot.output.includes(plugin));
  for (const failure of comparisons.flatMap(judgedFailures).slice(0, SHOWN)) console.log(failure);
  return sectionOf(comparisons, {
    hasToldOf: told.length,
    hasCrashed: attacked.bot.hasEnded,
    isTimed: size === 'full',
  });
};

function sectionOf(
  comparisons: readonly Comparison[],
  {
    hasToldOf,
    hasCrashed,
    isTimed,
  }: { readonly hasToldOf: number; readonly hasCrashed: boolean; readonly isTimed: boolean },
): Section {
  const ended: Limit = { what: 'processes that ended', measured: Number(hasCrashed), atMost: 0, unit: '' };
  const keptOut: Limit = {
    what: 'plugins that fail while they load, kept out and told of',
    measured: hasToldOf,
    atLeast: KEPT_OUT.length,
    unit: '',
  };
  return {
    id: 'containment',
    columns: [
      'others beside a plugin that',
      'stopped after',
      'answered well until then',
      'p99 until then',
      'answered well afterwards',
      'p99 afterwards',
      'p99 without it',
    ],
    rows: comparisons.map(rowOf),
    limits: [...comparisons.flatMap((comparison) => limitsOf(comparison, isTimed)), keptOut, ended],
  };
}

function rowOf({ what, before, after, p99WithoutMs }: Comparison): readonly string[] {
  const until = before && [`${(before.lastedMs / 1_000).toFixed(1)} s`, well(before), ms(before.p99Ms)];
  return [what, ...(until ?? ['', '', '']), well(after), ms(after.p99Ms), ms(p99WithoutMs)];
}

function well({ answered, failures }: Judged): string {
  return `${answered - failures.length} of ${answered}`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** Nobody gets anywhere while the event loop stands still: it is stated, and not judged. */
function judged({ before, after, holdsUpEverybody }: Comparison): readonly Judged[] {
  return before === undefined || holdsUpEverybody ? [after] : [before, after];
}

function judgedFailures(comparison: Comparison): readonly string[] {
  return judged(comparison).flatMap(({ failures }) => failures);
}

function limitsOf(comparison: Comparison, isTimed: boolean): readonly Limit[] {
  const { what, after, p99WithoutMs } = comparison;
  const answered = judged(comparison).reduce((sum, fare) => sum + fare.answered, 0);
  const success: Limit = {
    what: `others answered well, beside one that ${what}`,
    measured: ((answered - judgedFailures(comparison).length) / answered) * 100,
    atLeast: 100,
    unit: '%',
  };
  const p99: Limit = {
    what: `p99 of others, beside one that ${what}`,
    measured: after.p99Ms / p99WithoutMs,
    atMost: MOST_P99_RATIO,
    unit: '×',
  };
  return isTimed ? [success, p99] : [success];
}
