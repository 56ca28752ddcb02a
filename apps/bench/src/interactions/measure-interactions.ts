import type { Limit, Section } from '@twi/proving';
import { median } from '../measure/percentile.ts';
import { BARE, BOTS, GUARDED, TWI } from './bots.ts';
import type { CommandName } from './commands.ts';
import { type BotFigures, measureBot } from './measure-bot.ts';

/** The machine's speed drifts; taking turns spreads the drift over all. */
const ROUNDS = 3;
const DOES: Readonly<Record<CommandName, string>> = {
  reply: 'a reply',
  note: 'a row and a reply',
};
const COMMANDS = Object.keys(DOES) as CommandName[]; // -- all of them, as the type above asks

type Round = Record<CommandName, BotFigures>;
type Rounds = ReadonlyMap<string, readonly Round[]>;

/** Lets each bot in turn answer the same commands, as fast as it can and at a steady rate. */
export async function measureInteractions(): Promise<Section> {
  const rounds = new Map<string, Round[]>(Object.keys(BOTS).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, bot] of Object.entries(BOTS)) rounds.get(name)?.push(await measureBot(bot));
  return {
    id: 'interactions',
    columns: [
      'interactions',
      'per second',
      'to bare discord.js',
      'processor µs each',
      'p50 / p99 ms, 64 in flight',
      'p50 / p99 ms at 500 a second',
    ],
    rows: COMMANDS.flatMap((command) => [...rounds.keys()].map((name) => row(rounds, name, command))),
    limits: COMMANDS.flatMap((command) => [
      limit(rounds, command, BARE, 0.95),
      limit(rounds, command, GUARDED, 1),
    ]),
  };
}

function row(rounds: Rounds, name: string, command: CommandName): string[] {
  const of = (key: keyof BotFigures): number =>
    median(figures(rounds, name, command).map((each) => each[key]));
  return [
    `${name}: ${DOES[command]}`,
    of('perSecond').toFixed(0),
    `× ${ratio(rounds, command, name, BARE).toFixed(2)}`,
    of('processorUs').toFixed(0),
    `${of('busyP50Ms').toFixed(1)} / ${of('busyP99Ms').toFixed(1)}`,
    `${of('p50Ms').toFixed(2)} / ${of('p99Ms').toFixed(1)}`,
  ];
}

function limit(rounds: Rounds, command: CommandName, to: string, atLeast: number): Limit {
  return {
    what: `interactions a second with ${DOES[command]}, ${TWI}, to ${to}`,
    measured: ratio(rounds, command, TWI, to),
    atLeast,
    unit: '×',
  };
}

/** The median of what the rounds say, each of which compares what ran within a minute. */
function ratio(rounds: Rounds, command: CommandName, name: string, to: string): number {
  const base = figures(rounds, to, command);
  return median(
    figures(rounds, name, command).map(({ perSecond }, round) => perSecond / (base[round]?.perSecond ?? 0)),
  );
}

function figures(rounds: Rounds, name: string, command: CommandName): BotFigures[] {
  return (rounds.get(name) ?? []).map((round) => round[command]);
}
