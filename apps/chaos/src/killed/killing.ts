import { isRight, judgeInTheEnd, type Verdict } from '../load/judge/judge.ts';
import { LoadedBot } from '../load/loaded-bot.ts';
import { askFeedsNow, freeFeeds, passTime } from '../load/pass-time.ts';
import { Random } from '../load/random.ts';
import { type Death, killOnce } from './kill-once.ts';
import { filesIn, workersOn } from './leftovers.ts';
import { type Lifetime, pickLifetime } from './lifetimes.ts';

const PER_SECOND = 12;
/** An embedded database is made in it, and all tables. */
const FIRST_START_MS = 4_000;
/** One in so many processes lives long enough to read the feeds and to post. */
const FEEDS_EVERY = 5;
const FEEDS_MS = 8_000;
const END_OF_OUTPUT = 5_000;
/** How long the bot may take to catch up with all that was left, minutes of feeds and reminders among it. */
const SETTLED = { withinMs: 240_000 };

export interface KillingOptions {
  readonly seed: number;
  readonly database: 'embedded' | 'external';
  /** Before the bot has ever come up. */
  readonly newbornKills: number;
  /** While people do everything. */
  readonly kills: number;
}

/** What was done to a bot, and what it left. */
export interface Killing {
  readonly deaths: Readonly<Record<Death, number>>;
  readonly answered: number;
  readonly unanswered: number;
  readonly messages: number;
  readonly verdict: Verdict;
  /** Processes and files that are there after it was stopped in order, and should not be. */
  readonly processes: readonly string[];
  readonly files: readonly string[];
  /** What was written by those that ended by themselves, and bugs that people were told of. */
  readonly troubles: readonly string[];
}

/** Kills a bot again and again while people use it, and looks at what became of what they were told. */
export async function killAgainAndAgain(options: KillingOptions): Promise<Killing> {
  const { seed, database } = options;
  await using bot = await LoadedBot.build({ seed, database, environment: { LOG_LEVEL: 'debug' } });
  const random = new Random(seed);
  const deaths: Record<Death, number> = { starting: 0, serving: 0, stopping: 0, 'by itself': 0 };
  const troubles: string[] = [];
  const kill = async (lifetime: Lifetime): Promise<void> => {
    const running = bot.start();
    const death = await killOnce(running, lifetime);
    deaths[death] += 1;
    if (death === 'by itself') troubles.push(running.output.slice(-END_OF_OUTPUT));
  };

  for (let index = 0; index < options.newbornKills; index += 1)
    await kill({ during: 'starting', ms: random.below(FIRST_START_MS) });
  const startMs = await bringUp(bot);
  const filesBefore = await filesIn(bot.folder);
  await underLoad(bot, async () => {
    for (let index = 0; index < options.kills; index += 1) {
      const isForFeeds = index % FEEDS_EVERY === FEEDS_EVERY - 1;
      if (isForFeeds) await letFeedsCome(bot);
      await kill(isForFeeds ? { during: 'serving', ms: FEEDS_MS } : pickLifetime(random, startMs));
    }
  });
  const verdict = await settle(bot);
  const filesAfter = await filesIn(bot.folder);
  return {
    deaths,
    verdict,
    troubles: [...troubles, ...bot.load.ledger.with('failed').map(({ kind, text }) => `${kind}: ${text}`)],
    answered: bot.load.ledger.answered.length,
    unanswered: bot.load.ledger.unanswered.length,
    messages: bot.load.talk.sent,
    processes: (await workersOn(bot.folder)).map(({ command }) => command),
    files: filesAfter.filter((name) => !filesBefore.includes(name)),
  };
}

/** A first life in peace: everything is set up, and the bot stopped in order. @returns how long it took to come up */
async function bringUp(bot: LoadedBot): Promise<number> {
  const start = performance.now();
  await using running = bot.start();
  await running.says('Up in');
  const startMs = performance.now() - start;
  await bot.load.prepare();
  return startMs;
}

async function underLoad(bot: LoadedBot, attack: () => Promise<void>): Promise<void> {
  bot.load.start(PER_SECOND);
  await attack();
  await bot.load.stop();
}

/** The last life, at its end some minutes later: all that was left has to be taken up. */
async function settle(bot: LoadedBot): Promise<Verdict> {
  await skipMinutes(bot);
  await using running = bot.start();
  await running.says('Up in');
  await using facts = await bot.facts();
  await askFeedsNow(facts);
  const verdict = await judgeInTheEnd(bot.load, facts, SETTLED);
  if (!isRight(verdict)) console.log(running.output.slice(-END_OF_OUTPUT));
  return verdict;
}

/** As if an hour had passed for the feeds: what no site shows any more cannot be posted, and of a long gap the newest alone is. */
async function letFeedsCome(bot: LoadedBot): Promise<void> {
  await using facts = await bot.factsInPeace();
  await freeFeeds(facts);
  await askFeedsNow(facts);
}

async function skipMinutes(bot: LoadedBot): Promise<void> {
  await using facts = await bot.factsInPeace();
  await passTime(facts);
}
