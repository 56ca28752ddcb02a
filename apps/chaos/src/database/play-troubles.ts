import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseProxy } from '@twi/proving';
import { LoadedBot } from '../load/loaded-bot.ts';
import { StoredFacts } from '../load/stored-facts.ts';
import type { Size } from '../scenario.ts';
import { crowded, gone, recovering, slow } from './away.ts';
import { deadlocks, held } from './contended.ts';
import { judgeOrdeal, type Ordeal, PATIENCE_MS, PER_SECOND } from './judge-ordeal.ts';
import { OwnServer } from './own-server.ts';
import type { Times } from './spell.ts';
import type { Scene, Trouble } from './trouble.ts';

const TROUBLES: readonly Trouble[] = [gone, recovering, crowded, deadlocks, held, slow];
const CALM_MS: Readonly<Record<Size, number>> = { full: 15_000, short: 5_000 };

/** One trouble of a server after the other, with a calm after each. */
export async function playTroubles(size: Size): Promise<Ordeal> {
  await using server = await OwnServer.start();
  await using proxy = await DatabaseProxy.start(server.url);
  await using bot = await LoadedBot.build({
    seed: 11,
    database: 'embedded',
    patienceMs: PATIENCE_MS,
    isHeard: true,
    isLenient: size === 'short',
    environment: { DATABASE_URL: proxy.url },
  });
  await using running = bot.start();
  await running.says('Up in');
  await bot.load.prepare();
  await using facts = await StoredFacts.open(server.url);
  bot.load.start(PER_SECOND[size]);
  await sleep(CALM_MS[size]);
  const times = new Map<string, Times>();
  for (const trouble of TROUBLES)
    times.set(trouble.name, await play(trouble, { proxy, url: server.url }, size));
  return await judgeOrdeal({ bot, running, facts, times });
}

async function play(trouble: Trouble, scene: Scene, size: Size): Promise<Times> {
  const begunAt = Date.now();
  const end = await trouble.begin(scene);
  await sleep(trouble.lastsMs[size]);
  await end();
  const endedAt = Date.now();
  await sleep(CALM_MS[size]);
  return { begunAt, endedAt, watchedUntil: Date.now() };
}
