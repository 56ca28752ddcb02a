import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange, MemberActor } from '@twi/sandbox';
import type { FixtureBot } from './fixture-bot.ts';
import type { Misbehaviour } from './misbehaviours.ts';

const LANES = 4;
const PAUSE_MS = 250;
const WRONG = /went wrong on my side|took too long|is paused after/;

/** What people do with the other plugins, in turn. */
const USES: readonly ((actor: MemberActor) => Promise<Exchange>)[] = [
  (actor) => actor.slash('roll', { dice: '2d20+5' }),
  (actor) => actor.slash('gallery search', { query: 'sunset' }),
  (actor) => actor.slash('creator-link get'),
  (actor) => actor.slash('stats leaderboard', { of: 'users' }),
];

/** How the other plugins fared for a time. */
export interface Fare {
  /** Milliseconds of each interaction, until its answer was there. */
  readonly latencies: readonly number[];
  /** What went wrong, as people read it. */
  readonly failures: readonly string[];
}

/** Uses the other plugins until a time is over, while people go on using a plugin. */
export async function useOthers(
  { owner, members }: FixtureBot,
  { meanwhile, restMs }: { readonly meanwhile: Misbehaviour; readonly restMs: number },
  isOver: () => boolean,
): Promise<Fare> {
  const latencies: number[] = [];
  const failures: string[] = [];
  const lane = async (number: number): Promise<void> => {
    for (let turn = number; !isOver(); turn += LANES) {
      const start = performance.now();
      const problem = await problemOf(USES[turn % USES.length]!(members[turn % members.length]!));
      latencies.push(performance.now() - start);
      if (problem !== undefined) failures.push(problem);
      if (restMs > 0) await sleep(restMs);
    }
  };
  const user = async (): Promise<void> => {
    while (!isOver()) {
      // What becomes of whoever uses it is its own business.
      await meanwhile.use(owner).catch(() => undefined);
      await sleep(PAUSE_MS);
    }
  };
  await Promise.all([
    ...Array.from({ length: LANES }, (_, number) => lane(number)),
    ...Array.from({ length: meanwhile.users }, user),
  ]);
  return { latencies, failures };
}

async function problemOf(used: Promise<Exchange>): Promise<string | undefined> {
  try {
    const { response } = await (await used).settled();
    const text = JSON.stringify(response);
    return WRONG.test(text) ? text : undefined;
  } catch (error) {
    return String(error);
  }
}
