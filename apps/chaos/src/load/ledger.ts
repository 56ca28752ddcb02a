/**
 * What became of something that a person did: `done` and `refused` were answered, `failed` was answered with the word of a
 * bug, `unfinished` was acknowledged and never got its answer, `unanswered` not even that. `impossible` is what the client
 * did not send, such as a command that is not there; `stalled` what got no answer while the machine itself stood still.
 */
export type Outcome =
  | 'pending'
  | 'done'
  | 'refused'
  | 'failed'
  | 'unfinished'
  | 'unanswered'
  | 'impossible'
  | 'stalled';

/** Something that a person did, and what they were told. */
export interface Entry {
  readonly kind: string;
  /** A word that is in it and in nothing else, so that its traces are found: `mark-000017`. */
  readonly mark: string;
  readonly guildId: string;
  readonly userId: string;
  /** Unix milliseconds. */
  readonly sentAt: number;
  answeredAt: number | undefined;
  /** The slowest of its interactions, in milliseconds. */
  acknowledgedAfterMs: number;
  outcome: Outcome;
  /** What the person read last, or why there was nothing to read. */
  text: string;
  /** Who or what it was done to. */
  target: string | undefined;
}

const DIGITS = 6;
export const MARK = /mark-\d{6}/;

/** Everything that people did, in the order in which they did it. */
export class Ledger {
  readonly #entries: Entry[] = [];
  #stalledAt = 0;

  open(kind: string, { guildId, userId }: { readonly guildId: string; readonly userId: string }): Entry {
    const entry: Entry = {
      kind,
      mark: `mark-${String(this.#entries.length).padStart(DIGITS, '0')}`,
      guildId,
      userId,
      sentAt: Date.now(),
      answeredAt: undefined,
      acknowledgedAfterMs: 0,
      outcome: 'pending',
      text: '',
      target: undefined,
    };
    this.#entries.push(entry);
    return entry;
  }

  /** Takes note that this process itself did not get to run for a while, so that nobody can be blamed for silence. */
  noteStall(): void {
    this.#stalledAt = Date.now();
  }

  /** Writes down how something ended. */
  close(entry: Entry, outcome: Outcome): void {
    const isSilence = outcome === 'unanswered' || outcome === 'unfinished';
    entry.outcome = isSilence && entry.sentAt < this.#stalledAt ? 'stalled' : outcome;
    entry.answeredAt = Date.now();
  }

  /** In the order in which they were sent. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  with(...outcomes: readonly Outcome[]): readonly Entry[] {
    return this.#entries.filter(({ outcome }) => outcomes.includes(outcome));
  }

  /** What was answered, whatever the answer. */
  get answered(): readonly Entry[] {
    return this.with('done', 'refused', 'failed');
  }

  /** What nobody answered, or only with "thinking…", although it was sent. */
  get unanswered(): readonly Entry[] {
    return this.with('unanswered', 'unfinished');
  }

  /** How often each outcome was, by kind. */
  count(): Readonly<Record<string, Partial<Record<Outcome, number>>>> {
    const counts: Record<string, Partial<Record<Outcome, number>>> = {};
    for (const { kind, outcome } of this.#entries) {
      const own = (counts[kind] ??= {});
      own[outcome] = (own[outcome] ?? 0) + 1;
    }
    return counts;
  }
}
