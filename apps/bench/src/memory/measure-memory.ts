import { createTestDatabase } from '@twi/database/testing';
import type { Limit, Section } from '@twi/proving';
import { ClientProcess } from '../measure/client-process.ts';
import type { MemoryFigures } from './clients/tell-memory.ts';
import { LargeDiscord } from './large-discord.ts';

/** Each with 50 members and 30 channels. */
const GUILDS = 10_000;
const BYTES_PER_MEBIBYTE = 1_048_576;
const MS_PER_SECOND = 1_000;
const US_PER_SECOND = 1_000_000;
/** No bot checks it. */
const TOKEN = 'bench.token';

const BARE = 'bare discord.js';
const SAPPHIRE = 'plain Sapphire';
const OURS = 'Twi, six plugins';
const BOTS: Readonly<Record<string, string>> = {
  [BARE]: 'full-discord-js.ts',
  [SAPPHIRE]: 'full-sapphire.ts',
  [OURS]: 'full-bot.ts',
};

/** What was measured of a bot: when it is ready, and when somebody has written in every guild. */
interface BotFigures {
  readonly readyAfterMs: number;
  readonly ready: MemoryFigures;
  readonly written: MemoryFigures;
}

/** Lets each bot in turn log in to the same large Discord. */
export async function measureMemory(): Promise<Section> {
  const all = new Map<string, BotFigures>();
  for (const [name, file] of Object.entries(BOTS)) all.set(name, await measureBot(file));
  return sectionOf(all);
}

async function measureBot(file: string): Promise<BotFigures> {
  await using discord = await LargeDiscord.start({ guilds: GUILDS, hasMembers: true });
  await using database = await createTestDatabase();
  await using bot = await ClientProcess.start(`../memory/clients/${file}`, {
    BENCH_API_URL: discord.apiUrl,
    BENCH_TOKEN: TOKEN,
    BENCH_DATABASE_URL: database.url,
  });
  const ready = await bot.ask<MemoryFigures>();
  const told = bot.ask<MemoryFigures>();
  await discord.writeEverywhere();
  return { readyAfterMs: bot.readyAfterMs, ready, written: await told };
}

const mebibytes = (bytes: number): string => (bytes / BYTES_PER_MEBIBYTE).toFixed(0);

function sectionOf(figures: ReadonlyMap<string, BotFigures>): Section {
  const bare = figures.get(BARE);
  const ours = figures.get(OURS);
  if (!bare || !ours) throw new Error('A bot that is compared was not measured.');
  const ratio = (of: BotFigures, when: 'ready' | 'written', what: 'rssBytes' | 'heapBytes'): number =>
    of[when][what] / bare[when][what];
  const cells = (of: BotFigures, when: 'ready' | 'written'): string[] =>
    (['rssBytes', 'heapBytes'] as const).flatMap((what) => [
      mebibytes(of[when][what]),
      `×${ratio(of, when, what).toFixed(2)}`,
    ]);
  const limit = (what: 'rssBytes' | 'heapBytes', name: string): Limit => ({
    what: `${name} to bare discord.js, once ready`,
    measured: ratio(ours, 'ready', what),
    atMost: 0.35,
    unit: '×',
  });
  return {
    id: 'memory',
    columns: [
      'bot',
      'when',
      'RSS MiB',
      'to bare',
      'heap MiB',
      'to bare',
      'peak MiB',
      'ready after s',
      'processor s',
    ],
    rows: Array.from(figures, ([name, of]) => [
      [
        name,
        'ready',
        ...cells(of, 'ready'),
        mebibytes(of.ready.peakBytes),
        (of.readyAfterMs / MS_PER_SECOND).toFixed(1),
        (of.ready.cpuUs / US_PER_SECOND).toFixed(1),
      ],
      [
        name,
        'after a message in each guild',
        ...cells(of, 'written'),
        mebibytes(of.written.peakBytes),
        '',
        (of.written.cpuUs / US_PER_SECOND).toFixed(1),
      ],
    ]).flat(),
    limits: [limit('rssBytes', 'resident memory'), limit('heapBytes', 'used heap')],
  };
}
