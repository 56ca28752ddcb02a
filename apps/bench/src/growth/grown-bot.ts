import { DatabaseProxy } from '@twi/proving';
import type { PouredFigures } from '../clients/tell-ends.ts';
import { ClientProcess } from '../measure/client-process.ts';
import { pour, storedMessages } from '../messages/poured-bot.ts';
import { type GrowingWorld, growWorld } from './growing-world.ts';

/** Servers whose first message comes at once, each of which asks for what holds there. */
const FIRST_AT_ONCE = 500;
const WARM_UP = 20_000;
const MESSAGES = 60_000;
const COMMANDS_WARM_UP = 1_000;
const COMMANDS = 3_000;
const IN_FLIGHT = 64;
const COMMAND = 'roll';

/** What the bot does and needs where there are so many guilds. */
export interface GrowthFigures {
  readonly startMs: number;
  readonly statements: number;
  /** Once it is ready. */
  readonly rssBytes: number;
  readonly messagesPerSecond: number;
  /** Of processor time. */
  readonly messageUs: number;
  readonly commandsPerSecond: number;
}

/** Starts the bot where it was before, and lets people of all guilds write and those of some use commands. */
export async function measureGrown(guilds: number): Promise<GrowthFigures> {
  await using world = await growWorld(guilds);
  const { sandbox, relay, database, writers } = world;
  await using proxy = await DatabaseProxy.start(database.url);
  await using bot = await ClientProcess.start('whole-bot.ts', {
    BENCH_API_URL: relay.apiUrl,
    BENCH_TOKEN: sandbox.token,
    BENCH_DATABASE_URL: proxy.url,
  });
  const statements = proxy.count();
  const { rssBytes } = await pour(bot, { relay, writers }, 0);
  await rollDice(world, COMMANDS_WARM_UP);
  const commandsPerSecond = await rollDice(world, COMMANDS);
  await writeFirst(bot, world);
  const { cpuUs } = await pour(bot, { relay, writers }, WARM_UP);
  const poured = await pour(bot, { relay, writers }, MESSAGES);
  const stored = await storedMessages(database);
  if (stored !== writers.length + WARM_UP + MESSAGES) throw new Error(`${stored} messages were counted.`);
  return {
    startMs: bot.readyAfterMs,
    statements,
    rssBytes,
    commandsPerSecond,
    ...messageFigures(poured, cpuUs),
  };
}

/** A message in each server, no faster than the database answers: not all of them wake up in the same second. */
async function writeFirst(bot: ClientProcess, { relay, writers }: GrowingWorld): Promise<void> {
  for (let at = 0; at < writers.length; at += FIRST_AT_ONCE) {
    const some = writers.slice(at, at + FIRST_AT_ONCE);
    await pour(bot, { relay, writers: some }, some.length);
  }
}

function messageFigures(
  { startedAt, endedAt, cpuUs }: PouredFigures & { readonly startedAt: number },
  before: number,
): Pick<GrowthFigures, 'messagesPerSecond' | 'messageUs'> {
  return {
    messagesPerSecond: (MESSAGES / (endedAt - startedAt)) * 1_000,
    messageUs: (cpuUs - before) / MESSAGES,
  };
}

/** @returns how many were answered in a second */
async function rollDice({ members }: GrowingWorld, count: number): Promise<number> {
  const start = performance.now();
  let left = count;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const exchange = await members[left % members.length]?.slash(COMMAND, { dice: '2d20' });
      if (!exchange?.response) throw new Error(`/${COMMAND} was not answered.`);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  return (count / (performance.now() - start)) * 1_000;
}
