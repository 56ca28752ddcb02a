import type { Limit, Section } from '@twi/proving';
import type { Scenario, Size } from '../scenario.ts';
import { type Killing, killAgainAndAgain, type KillingOptions } from './killing.ts';

const RUNS: Readonly<Record<Size, readonly KillingOptions[]>> = {
  full: [
    { seed: 1, database: 'external', newbornKills: 5, kills: 95 },
    { seed: 2, database: 'embedded', newbornKills: 10, kills: 90 },
  ],
  short: [
    { seed: 3, database: 'external', newbornKills: 0, kills: 3 },
    { seed: 4, database: 'embedded', newbornKills: 1, kills: 2 },
  ],
};
const COLUMNS = [
  '',
  'killed while starting',
  'while serving',
  'while stopping',
  'answers',
  'cut off',
  'messages',
] as const;

/** `kill -9` at random points while people do everything: nothing answered is lost, nothing is done twice, nothing is left. */
export const killed: Scenario = async (size) => {
  const killings: Killing[] = [];
  for (const run of RUNS[size]) killings.push(await killAgainAndAgain(run));
  killings.forEach(say);
  return sectionOf(RUNS[size], killings);
};

/** What the killings of some runs found, in the same order. */
function sectionOf(runs: readonly KillingOptions[], killings: readonly Killing[]): Section {
  const asked = runs.reduce((sum, { newbornKills, kills }) => sum + newbornKills + kills, 0);
  return {
    id: 'killed',
    columns: COLUMNS,
    rows: killings.map(({ deaths, answered, unanswered, messages }, index) => [
      `${runs[index]?.database} database`,
      ...[deaths.starting, deaths.serving, deaths.stopping, answered, unanswered, messages].map(String),
    ]),
    limits: limitsOf(killings, asked),
  };
}

/** What went wrong, in full: a page has no place for it. */
function say({ verdict: { lost, twice, half }, processes, files, troubles }: Killing): void {
  const lists = { lost, twice, half, processes, files, troubles };
  for (const [name, list] of Object.entries(lists))
    if (list.length > 0) console.log(`${name}:\n${list.join('\n')}`);
}

function limitsOf(killings: readonly Killing[], asked: number): readonly Limit[] {
  const none = (what: string, count: (killing: Killing) => readonly unknown[]): Limit => ({
    what,
    measured: killings.reduce((sum, killing) => sum + count(killing).length, 0),
    atMost: 0,
    unit: '',
  });
  const kills = killings.reduce(
    (sum, { deaths: { starting, serving, stopping } }) => sum + starting + serving + stopping,
    0,
  );
  return [
    { what: 'kills', measured: kills, atLeast: asked, unit: '' },
    none('answered, and lost', ({ verdict }) => verdict.lost),
    none('done twice', ({ verdict }) => verdict.twice),
    none('done by halves, or not counted', ({ verdict }) => verdict.half),
    none('processes left', ({ processes }) => processes),
    none('files left', ({ files }) => files),
    none('ends that nobody asked for, and errors that people saw', ({ troubles }) => troubles),
  ];
}
