import type { Section } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { median } from '../measure/percentile.ts';
import { populate } from '../messages/writers.ts';
import { GatewayRelay } from '../messages/gateway-relay.ts';
import { BOUND_PERCENT, runProcesses, type ProcessFigures } from './run-processes.ts';

const GUILDS = 16;
/** The machine's speed drifts; taking turns spreads the drift over both. */
const ROUNDS = 3;
/** The shards of each process. */
const ONE = [[0, 1]] as const;
const TWO = [[0], [1]] as const;

/** Lets one process run both shards of a bot, and then two processes one each, as fast as each can with what it has. */
export async function measureTwoProcesses(): Promise<Section> {
  await using sandbox = await startSandbox({ scene: 'empty', rateLimits: false, validate: false, record: 0 });
  await using relay = await GatewayRelay.start(sandbox);
  const world = { sandbox, relay, writers: populate(sandbox, GUILDS) };
  const one: ProcessFigures[] = [];
  const two: ProcessFigures[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    one.push(await runProcesses(ONE, world));
    two.push(await runProcesses(TWO, world));
  }
  return sectionOf(one, two);
}

function middleOf(figures: readonly ProcessFigures[], key: keyof ProcessFigures): number {
  return median(figures.map((each) => each[key]));
}

function sectionOf(one: readonly ProcessFigures[], two: readonly ProcessFigures[]): Section {
  const row = (name: string, figures: readonly ProcessFigures[]): string[] => [
    name,
    middleOf(figures, 'perSecond').toFixed(0),
    `×${(middleOf(figures, 'perSecond') / middleOf(one, 'perSecond')).toFixed(2)}`,
    middleOf(figures, 'perProcessorSecond').toFixed(0),
    middleOf(figures, 'cores').toFixed(2),
  ];
  return {
    id: 'two-processes',
    columns: [
      `each with ${BOUND_PERCENT} % of a core`,
      'events/s',
      'to one',
      'events per second of the bots’ processor time',
      'cores that the bots used',
    ],
    rows: [row('one process, both shards', one), row('two processes, a shard each', two)],
    limits: [
      {
        what: 'events a second, two processes to one',
        measured: middleOf(two, 'perSecond') / middleOf(one, 'perSecond'),
        atLeast: 1.7,
        unit: '×',
      },
    ],
  };
}
