import { setTimeout as sleep } from 'node:timers/promises';
import type { MixedLoad } from '../mixed-load.ts';
import type { StoredFacts } from '../stored-facts.ts';
import { judgeTraces, type Wrong } from './judge-traces.ts';
import { judgeWholeness, unfinishedRows } from './judge-wholeness.ts';

const LOOK_EVERY_MS = 2_000;

/** What the ledger, the database and Discord say against each other. */
export interface Verdict {
  /** Answered, and not there. */
  readonly lost: readonly string[];
  /** Done more than once. */
  readonly twice: readonly string[];
  /** Neither done nor undone. */
  readonly half: readonly string[];
}

/** Whether nothing at all is wrong. */
export function isRight({ lost, twice, half }: Verdict): boolean {
  return lost.length + twice.length + half.length === 0;
}

/** Compares all that people were told with all that is there. */
export async function judge(load: MixedLoad, facts: StoredFacts): Promise<Verdict> {
  const wrongs = await judgeTraces(load, facts);
  const those = (is: Wrong['is']): string[] => wrongs.filter((wrong) => wrong.is === is).map(sentenceOf);
  return { lost: those('lost'), twice: those('twice'), half: await judgeWholeness(load, facts) };
}

/** The verdict once nothing is wrong, or the one after the time that the bot has to get there by itself. */
export async function judgeInTheEnd(
  load: MixedLoad,
  facts: StoredFacts,
  { withinMs }: { readonly withinMs: number },
): Promise<Verdict> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    // The whole look takes the machine that the bot needs to get there.
    while (Date.now() < deadline && (await unfinishedRows(facts)).length > 0) await sleep(LOOK_EVERY_MS);
    const verdict = await judge(load, facts);
    if (isRight(verdict) || Date.now() > deadline) return verdict;
    await sleep(LOOK_EVERY_MS);
  }
}

function sentenceOf({ entry: { kind, mark, outcome, sentAt, target, text }, what }: Wrong): string {
  const at = new Date(sentAt).toISOString();
  return `${kind} ${mark} of ${at} (${outcome}, ${target ?? 'nobody'}, "${text.slice(0, 80)}"): ${what}`;
}
