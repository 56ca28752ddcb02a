import type { Limit, Section } from '@twi/proving';
import { startSandbox } from '@twi/sandbox';
import { median } from '../measure/percentile.ts';
import { GatewayRelay } from './gateway-relay.ts';
import { type MessageFigures, type PouredBot, pourInto } from './poured-bot.ts';
import { populate } from './writers.ts';

const GUILDS = 8;
/** The machine's speed drifts; taking turns spreads the drift over all. */
const ROUNDS = 3;
/** Longer than a round: what answers it would stand amid what is poured. */
const HEARTBEAT_MS = 600_000;
const BYTES_PER_MEBIBYTE = 1_048_576;

const BARE = 'bare discord.js, default caches, one empty listener';
const ON = 'Twi, six plugins on, statistics in PostgreSQL';
const OFF = 'Twi, six plugins loaded and off';
const BOTS: Readonly<Record<string, PouredBot>> = {
  [BARE]: { file: 'listening-discord-js.ts' },
  'plain Sapphire, default caches, one empty listener': { file: 'listening-sapphire.ts' },
  [ON]: {
    file: 'whole-bot.ts',
    plugins: ['creator-links', 'gallery', 'integrations', 'moderation', 'stats', 'utility'],
  },
  [OFF]: { file: 'whole-bot.ts', plugins: [] },
};

/** Lets each bot in turn read the same flood of messages, as fast as it can. */
export async function measureMessages(): Promise<Section> {
  await using sandbox = await startSandbox({
    scene: 'empty',
    rateLimits: false,
    validate: false,
    record: 0,
    heartbeatIntervalMs: HEARTBEAT_MS,
  });
  await using relay = await GatewayRelay.start(sandbox);
  const world = { relay, token: sandbox.token, writers: populate(sandbox, GUILDS) };
  const rounds = new Map<string, MessageFigures[]>(Object.keys(BOTS).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, bot] of Object.entries(BOTS)) rounds.get(name)?.push(await pourInto(bot, world));
  return sectionOf(new Map(Array.from(rounds, ([name, figures]) => [name, medians(figures)])));
}

function medians(figures: readonly MessageFigures[]): MessageFigures {
  const of = (key: keyof MessageFigures): number => median(figures.map((each) => each[key]));
  return { perSecond: of('perSecond'), usEach: of('usEach'), rssBytes: of('rssBytes') };
}

function sectionOf(figures: ReadonlyMap<string, MessageFigures>): Section {
  const perSecond = (name: string): number => figures.get(name)?.perSecond ?? Number.NaN;
  const ratio = (name: string): number => perSecond(name) / perSecond(BARE);
  const limit = (name: string, atLeast: number): Limit => ({
    what: `messages a second to bare discord.js: ${name}`,
    measured: ratio(name),
    atLeast,
    unit: '×',
  });
  return {
    id: 'messages',
    columns: ['bot', 'messages/s', 'to bare', 'processor µs a message', 'RSS MiB'],
    rows: Array.from(figures, ([name, { perSecond: rate, usEach, rssBytes }]) => [
      name,
      Math.round(rate).toLocaleString('en'),
      `×${ratio(name).toFixed(2)}`,
      usEach.toFixed(1),
      (rssBytes / BYTES_PER_MEBIBYTE).toFixed(0),
    ]),
    limits: [limit(ON, 0.9), limit(OFF, 1.2)],
  };
}
