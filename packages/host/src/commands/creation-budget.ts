import type { CommandScope } from './command-scope.ts';

/** Interactions › Application Commands: 200 command creates per day and guild; overwriting an existing one is free. */
const DAILY_CREATIONS = 200;
const DAY = 86_400_000;

interface Creation {
  readonly at: number;
  readonly count: number;
}

/**
 * Counts what Discord counts: commands that did not exist before. It knows what this process has sent; after a restart
 * the first list of a scope is taken as known, and Discord's own refusal is the backstop.
 */
export class CreationBudget {
  readonly #known = new Map<CommandScope, ReadonlySet<string>>();
  readonly #creations = new Map<CommandScope, Creation[]>();

  /** Milliseconds until these commands may be registered without exceeding the daily limit; 0: now. */
  waitMs(scope: CommandScope, names: readonly string[], now = Date.now()): number {
    const recent = this.#recent(scope, now);
    let excess = this.#newOnes(scope, names) + total(recent) - DAILY_CREATIONS;
    for (const { at, count } of recent) {
      if (excess <= 0) return 0;
      excess -= count;
      if (excess <= 0) return at + DAY - now;
    }
    return 0;
  }

  /** Remembers that a scope had no commands before this process. */
  startEmpty(scope: CommandScope): void {
    if (!this.#known.has(scope)) this.#known.set(scope, new Set());
  }

  record(scope: CommandScope, names: readonly string[], now = Date.now()): void {
    const count = this.#newOnes(scope, names);
    if (count > 0) this.#creations.set(scope, [...this.#recent(scope, now), { at: now, count }]);
    this.#known.set(scope, new Set(names));
  }

  forget(scope: CommandScope): void {
    this.#known.delete(scope);
    this.#creations.delete(scope);
  }

  #newOnes(scope: CommandScope, names: readonly string[]): number {
    const known = this.#known.get(scope);
    return known ? names.filter((name) => !known.has(name)).length : 0;
  }

  #recent(scope: CommandScope, now: number): Creation[] {
    return (this.#creations.get(scope) ?? []).filter(({ at }) => now - at < DAY);
  }
}

function total(creations: readonly Creation[]): number {
  return creations.reduce((sum, { count }) => sum + count, 0);
}
