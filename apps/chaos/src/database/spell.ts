import type { Entry } from '../load/ledger.ts';

/** What a person reads when the database is at fault. */
const WORDS = /database|Others are at the same thing/;

/** What people got while a trouble lasted, and until it was over for them too. */
export interface Spell {
  readonly name: string;
  readonly seconds: number;
  readonly results: number;
  /** Told what is wrong and what to do. */
  readonly told: number;
  /** Told that something went wrong, as for a mistake of the bot. */
  readonly puzzled: readonly Entry[];
  readonly silent: readonly Entry[];
  readonly slowestMs: number;
  /** How long after its end nobody heard of it any more. */
  readonly recoveredAfterMs: number;
}

/** Unix milliseconds. */
export interface Times {
  readonly begunAt: number;
  readonly endedAt: number;
  /** Until when people were watched. */
  readonly watchedUntil: number;
}

/** Judges what people did in a time. */
export function spellOf(
  name: string,
  all: readonly Entry[],
  { begunAt, endedAt, watchedUntil }: Times,
): Spell {
  const entries = all.filter(
    ({ kind, sentAt }) => kind !== 'news' && sentAt >= begunAt && sentAt < watchedUntil,
  );
  const silent = entries.filter(({ outcome }) => outcome === 'unanswered' || outcome === 'unfinished');
  const puzzled = entries.filter(({ outcome }) => outcome === 'failed');
  const told = entries.filter(({ outcome, text }) => outcome === 'refused' && WORDS.test(text));
  // What ended later may be owed to the next trouble.
  const affected = [...silent, ...puzzled, ...told].filter(({ answeredAt = 0 }) => answeredAt < watchedUntil);
  const lastAt = Math.max(endedAt, ...affected.map(({ sentAt }) => sentAt));
  const answered = entries.filter(({ outcome }) => outcome === 'done' || outcome === 'refused');
  return {
    name,
    seconds: (endedAt - begunAt) / 1_000,
    results: answered.length - told.length,
    told: told.length,
    puzzled,
    silent,
    slowestMs: Math.max(0, ...entries.map(({ acknowledgedAfterMs }) => acknowledgedAfterMs)),
    recoveredAfterMs: lastAt - endedAt,
  };
}
