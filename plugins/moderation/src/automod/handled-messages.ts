import type { Snowflake } from 'discord.js';
import { BoundedMap } from './engine/bounded-map.ts';
import type { Finding } from './engine/rule-set.ts';
import { leavesOf } from './rules/condition.ts';

const MOST_MESSAGES = 10_000;
const MOST_MEMBERS = 10_000;

/** Remembers what was dealt with, so that each rule acts on a message once and a flood brings one sanction. */
export class HandledMessages {
  readonly #rules = new BoundedMap<Snowflake, ReadonlySet<number>>(MOST_MESSAGES);
  readonly #floods = new BoundedMap<string, number>(MOST_MEMBERS);

  /** The findings that were not yet dealt with for this message; from now on they are. */
  claim(messageId: Snowflake, findings: readonly Finding[]): Finding[] {
    const known = this.#rules.get(messageId) ?? new Set();
    const fresh = findings.filter(({ rule }) => !known.has(rule.number));
    if (fresh.length > 0)
      this.#rules.set(messageId, new Set([...known, ...fresh.map(({ rule }) => rule.number)]));
    return fresh;
  }

  /**
   * A rule about repeats or rate holds for every further message of a flood. While the time lasts over which it
   * counts, those are deleted like the first, and nobody is sanctioned or spoken to again.
   */
  tempered(memberKey: string, finding: Finding, now: number): Finding {
    const windowMs = windowOf(finding);
    if (windowMs === undefined) return finding;
    const key = `${memberKey}/${finding.rule.number}`;
    const until = this.#floods.get(key) ?? 0;
    if (until <= now) {
      this.#floods.set(key, now + windowMs);
      return finding;
    }
    const { rule } = finding;
    const actions = rule.definition.actions.filter(({ type }) => type === 'delete');
    return { ...finding, rule: { ...rule, definition: { ...rule.definition, actions } } };
  }
}

function windowOf({ rule }: Finding): number | undefined {
  const windows = leavesOf(rule.definition.condition).flatMap((leaf) =>
    'windowMs' in leaf ? leaf.windowMs : [],
  );
  return windows.length === 0 ? undefined : Math.max(...windows);
}
