import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { ClientProcess } from '../measure/client-process.ts';

/** How often each bot is started, in turn. */
const ROUNDS = 7;
const UP = 'Up in';

/** From the start of the process until it is ready, in milliseconds, one for each round. */
export interface StartTimes {
  readonly plain: readonly number[];
  /** The same with what Node compiled kept from one start to the next, as the whole bot has it. */
  readonly plainCompiled: readonly number[];
  readonly whole: readonly number[];
}

/** Starts plain Sapphire and the whole bot, which was there before, in turn. */
export async function measureStartTimes(): Promise<StartTimes> {
  await using sandbox = await startSandbox({ scene: 'empty', rateLimits: false });
  sandbox.createGuild({ name: 'Start' }).addChannel({ name: 'general' });
  const folder = await mkdtemp(join(tmpdir(), 'twi-bench-start-'));
  const startPlain = async (compiled: string): Promise<number> => {
    await using client = await ClientProcess.start('plain-sapphire.ts', {
      BENCH_API_URL: sandbox.apiUrl,
      BENCH_TOKEN: sandbox.token,
      NODE_COMPILE_CACHE: compiled,
    });
    return client.readyAfterMs;
  };
  const startWhole = () =>
    timeWhole({
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API_URL: sandbox.apiUrl,
      DATA_DIR: join(folder, 'data'),
      NODE_COMPILE_CACHE: '',
    });
  try {
    const compiled = join(folder, 'compiled');
    await startPlain(compiled);
    // The first makes the database, and the second is the first that reads what was compiled.
    await startWhole();
    await startWhole();
    const times = { plain: [] as number[], plainCompiled: [] as number[], whole: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      times.plain.push(await startPlain(''));
      times.plainCompiled.push(await startPlain(compiled));
      times.whole.push(await startWhole());
    }
    return times;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The whole bot, as `npm start` runs it, with a database of its own. */
async function timeWhole(environment: Readonly<Record<string, string>>): Promise<number> {
  const start = performance.now();
  await using bot = BotProcess.start(environment);
  const { promise: up, resolve, reject } = Promise.withResolvers<void>();
  bot.child.stdout?.on('data', () => bot.output.includes(UP) && resolve());
  bot.child.once('close', () => reject(new Error(`The bot ended before it was up:\n${bot.output}`)));
  await up;
  return performance.now() - start;
}
