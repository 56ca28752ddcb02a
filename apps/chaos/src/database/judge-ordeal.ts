import { setTimeout as sleep } from 'node:timers/promises';
import type { BotProcess } from '@twi/proving';
import { judgeInTheEnd } from '../load/judge/judge.ts';
import type { LoadedBot } from '../load/loaded-bot.ts';
import { passTime } from '../load/pass-time.ts';
import type { StoredFacts } from '../load/stored-facts.ts';
import type { Size } from '../scenario.ts';
import { type Spell, spellOf, type Times } from './spell.ts';

/** How much people do in a second. */
export const PER_SECOND: Readonly<Record<Size, number>> = { full: 10, short: 5 };
/** For what was deferred: each of its statements takes its time. */
export const PATIENCE_MS = 60_000;
/** So that nothing is under way when the time is made to pass. */
const QUIET_MS = 10_000;
/** How long the bot may take to catch up. */
const SETTLED = { withinMs: 120_000 };
/** What the log says of faults that are a plugin's own. */
const BLAMES = /^.*(?:Error [0-9a-f]{8} in |fails too often and is stopped).*$/gm;

/** What became of a bot whose database had troubles. */
export interface Ordeal {
  readonly spells: readonly Spell[];
  /** What is lost, done twice, done by halves, or counted wrongly. */
  readonly wrongs: readonly string[];
  /** Lines of the log that lay the blame on a plugin. */
  readonly blames: readonly string[];
  readonly hasCrashed: boolean;
}

/** Lets people finish, waits until the bot has caught up, and says what became of all. */
export async function judgeOrdeal({
  bot: { load },
  running,
  facts,
  times,
}: {
  readonly bot: LoadedBot;
  readonly running: BotProcess;
  readonly facts: StoredFacts;
  readonly times: ReadonlyMap<string, Times>;
}): Promise<Ordeal> {
  await load.stop();
  await sleep(QUIET_MS);
  // What comes every few minutes to take up what was left comes now.
  await passTime(facts);
  const { lost, twice, half } = await judgeInTheEnd(load, facts, SETTLED);
  return {
    spells: [...times].map(([name, when]) => spellOf(name, load.ledger.entries, when)),
    wrongs: [...lost, ...twice, ...half],
    blames: running.output.match(BLAMES) ?? [],
    hasCrashed: running.hasEnded,
  };
}
