import type { Section } from '@twi/proving';
import { median } from '../measure/percentile.ts';
import { type LargeStart, measureLargeStart } from './large-start.ts';
import { measureStartTimes, type StartTimes } from './start-times.ts';

const GUILDS = 10_000;

/** How long the bot takes until people are answered, and what it asks for where nothing has changed. */
export async function measureStart(): Promise<Section> {
  const times = await measureStartTimes();
  return sectionOf(times, await measureLargeStart(GUILDS));
}

function sectionOf({ plain, plainCompiled, whole }: StartTimes, large: LargeStart): Section {
  // Of each round by itself, so that the drift of the machine's speed meets both.
  const ratioTo = (times: readonly number[]): number =>
    median(whole.map((ms, round) => ms / (times[round] ?? Number.NaN)));
  const row = (name: string, times: readonly number[]): string[] => [
    name,
    `${median(times).toFixed(0)} ms`,
    `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)} ms`,
    `×${ratioTo(times).toFixed(2)}`,
    '',
    '',
  ];
  const servers = `${GUILDS.toLocaleString('en-US')} servers`;
  return {
    id: 'start',
    columns: ['', 'ready after', 'range', 'the whole bot to it', 'SQL statements', 'command requests'],
    rows: [
      row('plain Sapphire, one command', plain),
      row('the same, with a compile cache', plainCompiled),
      row('Twi with all plugins and its database', whole),
      [
        `Twi in ${servers}, nothing changed`,
        '',
        '',
        '',
        String(large.statements),
        String(large.commandRequests),
      ],
    ],
    limits: [
      { what: 'time to ready, to plain Sapphire', measured: ratioTo(plain), atMost: 1.5, unit: '×' },
      { what: `statements of a start in ${servers}`, measured: large.statements, atMost: 20, unit: '' },
      {
        what: `command requests of a start in ${servers}`,
        measured: large.commandRequests,
        atMost: 0,
        unit: '',
      },
    ],
  };
}
