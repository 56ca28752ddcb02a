import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '@twi/sandbox';
import type { PouredFigures } from '../clients/tell-ends.ts';
import { ClientProcess } from '../measure/client-process.ts';
import type { GatewayRelay } from '../messages/gateway-relay.ts';
import { prepareDatabase, storedMessages } from '../messages/poured-bot.ts';
import type { Writer } from '../messages/writers.ts';
import { CrowdTurns, MESSAGES_EACH } from './crowd-turns.ts';
import { ProcessorBound } from './processor-bound.ts';

/** What each process gets of a core: so little that neither PostgreSQL nor whoever makes the events is what is measured. */
export const BOUND_PERCENT = 30;
const PLUGINS = ['creator-links', 'gallery', 'integrations', 'moderation', 'stats', 'utility'];
const SHARDS = 2;
/** For each shard, before the processes are bound; each message comes 20 times as often. */
const WARM_UP = 700;
const TURNS = 600;
/** Statistics are stored about once a second. */
const SETTLING_MS = 3_000;
const US_PER_SECOND = 1_000_000;

export interface ProcessesWorld {
  readonly sandbox: Sandbox;
  readonly relay: GatewayRelay;
  readonly writers: readonly Writer[];
}

export interface ProcessFigures {
  readonly perSecond: number;
  readonly perProcessorSecond: number;
  /** How many cores all processes together kept busy. */
  readonly cores: number;
}

/** Starts a process for each list of shards, and measures until everything is answered and stored. */
export async function runProcesses(
  shards: readonly (readonly number[])[],
  { sandbox, relay, writers }: ProcessesWorld,
): Promise<ProcessFigures> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(await prepareDatabase(PLUGINS, writers));
  const bounds = await Promise.all(
    shards.map(async (own) => stack.use(await ProcessorBound.of(BOUND_PERCENT, own.join('-')))),
  );
  const processes = await Promise.all(
    shards.map(async (own) => {
      const bot = await ClientProcess.start('whole-bot.ts', {
        BENCH_API_URL: relay.apiUrl,
        BENCH_TOKEN: sandbox.token,
        BENCH_DATABASE_URL: database.url,
        BENCH_SHARDS: own.join(','),
        BENCH_SHARD_COUNT: String(SHARDS),
      });
      return { bot: stack.use(bot), shards: own };
    }),
  );
  const crowds = Array.from(
    { length: SHARDS },
    (_, shardId) => new CrowdTurns(sandbox, relay, { writers, shardId, shardCount: SHARDS }),
  );
  const before = await take(crowds, processes, WARM_UP);
  for (const [index, { bot }] of processes.entries()) await bounds[index]?.add(bot.pid);
  const start = performance.now();
  const used = (await take(crowds, processes, TURNS)) - before;
  const seconds = (performance.now() - start) / 1_000;

  const expected = (WARM_UP + TURNS) * SHARDS * MESSAGES_EACH;
  // What waited for something when it was asked to store all comes with the next batch.
  await sleep(SETTLING_MS);
  const stored = await storedMessages(database);
  if (stored !== expected) throw new Error(`${stored} of ${expected} messages were counted.`);
  const events = TURNS * SHARDS * (MESSAGES_EACH + 1);
  const processorSeconds = used / US_PER_SECOND;
  return {
    perSecond: events / seconds,
    perProcessorSecond: events / processorSeconds,
    cores: processorSeconds / seconds,
  };
}

/** Lets everybody take turns until all is stored. @returns what the processes have computed since their start, in µs */
async function take(
  crowds: readonly CrowdTurns[],
  processes: readonly { readonly bot: ClientProcess; readonly shards: readonly number[] }[],
  turns: number,
): Promise<number> {
  await Promise.all(crowds.map((crowd) => crowd.take(turns)));
  const told = processes.map(async ({ bot, shards }) => {
    let cpuUs = 0;
    // It tells of the end of each shard.
    for (const _ of shards) ({ cpuUs } = await bot.ask<PouredFigures>());
    return cpuUs;
  });
  for (const crowd of crowds) await crowd.end();
  return (await Promise.all(told)).reduce((sum, each) => sum + each, 0);
}
