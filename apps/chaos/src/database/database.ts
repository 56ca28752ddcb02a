import type { Limit } from '@twi/proving';
import type { Scenario, Size } from '../scenario.ts';
import { playOnFullDisk } from './full-disk.ts';
import type { Ordeal } from './judge-ordeal.ts';
import { playTroubles } from './play-troubles.ts';
import type { Spell } from './spell.ts';

/** Discord's rule for the first answer. Source: Discord's documentation, "Interaction Callback". */
const ANSWERED_WITHIN_MS = 3_000;
/** Attempts to connect again are at most 10 s apart. */
const RECOVERED_WITHIN_MS = 12_000;
const SHOWN = 10;

/** Everything that happens to databases, while people use the bot. */
export const database: Scenario = async (size) => {
  const [fullDisk, troubled] = await playBoth(size);
  const ordeals = [troubled, ...(fullDisk === undefined ? [] : [fullDisk])];
  const spells = ordeals.flatMap((ordeal) => ordeal.spells);
  const wrongs = ordeals.flatMap((ordeal) => ordeal.wrongs);
  const blames = ordeals.flatMap((ordeal) => ordeal.blames);
  say(spells, [...wrongs, ...blames]);
  return {
    id: 'database',
    columns: [
      'the database is',
      'for',
      'results',
      'told what is wrong',
      'slowest acknowledgement',
      'all well again after',
    ],
    rows: [
      ...spells.map(rowOf),
      ...(fullDisk ? [] : [['on a full disk: left out, as this user may not mount one', '', '', '', '', '']]),
    ],
    limits: [
      ...limitsOf(spells),
      { what: 'lost, done twice, by halves or not counted', measured: wrongs.length, atMost: 0, unit: '' },
      { what: 'faults of plugins, and plugins stopped', measured: blames.length, atMost: 0, unit: '' },
      {
        what: 'processes that ended',
        measured: ordeals.filter(({ hasCrashed }) => hasCrashed).length,
        atMost: 0,
        unit: '',
      },
    ],
  };
};

/** Beside each other where little is done, so that a test does not take so long. */
async function playBoth(size: Size): Promise<readonly [Ordeal | undefined, Ordeal]> {
  if (size === 'short') return Promise.all([playOnFullDisk(size), playTroubles(size)]);
  return [await playOnFullDisk(size), await playTroubles(size)];
}

function rowOf({ name, seconds, results, told, slowestMs, recoveredAfterMs }: Spell): readonly string[] {
  return [
    name,
    `${seconds.toFixed(0)} s`,
    String(results),
    String(told),
    `${slowestMs.toFixed(0)} ms`,
    `${(recoveredAfterMs / 1_000).toFixed(1)} s`,
  ];
}

function limitsOf(spells: readonly Spell[]): readonly Limit[] {
  const sum = (count: (spell: Spell) => number): number =>
    spells.reduce((total, spell) => total + count(spell), 0);
  const most = (measure: (spell: Spell) => number): number => Math.max(...spells.map(measure));
  return [
    {
      what: 'interactions, answered with a result or told what is wrong',
      measured: sum(({ results, told }) => results + told),
      atLeast: 1,
      unit: '',
    },
    { what: 'without an answer', measured: sum(({ silent }) => silent.length), atMost: 0, unit: '' },
    {
      what: 'told of a mistake of the bot',
      measured: sum(({ puzzled }) => puzzled.length),
      atMost: 0,
      unit: '',
    },
    {
      what: 'slowest acknowledgement',
      measured: most(({ slowestMs }) => slowestMs),
      atMost: ANSWERED_WITHIN_MS,
      unit: 'ms',
    },
    {
      what: 'until all is well again',
      measured: most(({ recoveredAfterMs }) => recoveredAfterMs),
      atMost: RECOVERED_WITHIN_MS,
      unit: 'ms',
    },
  ];
}

/** What went wrong, in full: a page has no place for it. */
function say(spells: readonly Spell[], wrongs: readonly string[]): void {
  const entries = spells.flatMap(({ name, silent, puzzled }) =>
    [...silent, ...puzzled].map(
      ({ kind, mark, outcome, text }) => `${name}: ${kind} ${mark} ${outcome}: ${text}`,
    ),
  );
  for (const line of [...entries.slice(0, SHOWN), ...wrongs.slice(0, SHOWN)]) console.log(line);
}
