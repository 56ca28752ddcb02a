import type { Hit, Subject } from '../matchers/subject.ts';
import { type LeafType, leavesOf } from '../rules/condition.ts';
import type { Rule } from '../rules/rule.ts';
import { type CompiledCondition, compileCondition } from './compile-condition.ts';

/** A rule that a message falls under, and why. */
export interface Finding {
  readonly rule: Rule;
  /** Empty where the rule is only about what is absent. */
  readonly hits: readonly Hit[];
}

/** What became of one rule. */
export interface Verdict {
  readonly rule: Rule;
  /** What was found; `undefined` where the condition does not hold. */
  readonly hits: readonly Hit[] | undefined;
  readonly isExempt: boolean;
}

interface CompiledRule {
  readonly rule: Rule;
  readonly condition: CompiledCondition;
}

/** The rules of a guild, compiled once and asked about every message. */
export class RuleSet {
  readonly #rules: readonly CompiledRule[];
  readonly #leafTypes: ReadonlySet<LeafType>;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules
      .map((rule) => ({ rule, condition: compileCondition(rule.definition.condition) }))
      .toSorted((a, b) => a.condition.cost - b.condition.cost);
    this.#leafTypes = new Set(
      rules.flatMap(({ isEnabled, definition }) =>
        isEnabled ? leavesOf(definition.condition).map(({ type }) => type) : [],
      ),
    );
  }

  get rules(): readonly Rule[] {
    return this.#rules.map(({ rule }) => rule).toSorted((a, b) => a.number - b.number);
  }

  get isEmpty(): boolean {
    return this.#leafTypes.size === 0;
  }

  /** Whether any rule that is on looks for one of these. */
  looksFor(...types: readonly LeafType[]): boolean {
    return types.some((type) => this.#leafTypes.has(type));
  }

  /** The rules that are on and that a message falls under, by number. */
  findings(subject: Subject): Finding[] {
    const found: Finding[] = [];
    for (const { rule, condition } of this.#rules) {
      if (!rule.isEnabled || isExempt(rule, subject)) continue;
      const hits = condition.judge(subject);
      if (hits) found.push({ rule, hits });
    }
    return found.toSorted((a, b) => a.rule.number - b.rule.number);
  }

  /** What every rule makes of a message, those that are off included. */
  verdicts(subject: Subject): Verdict[] {
    return this.#rules
      .map(({ rule, condition }) => ({
        rule,
        hits: condition.judge(subject),
        isExempt: isExempt(rule, subject),
      }))
      .toSorted((a, b) => a.rule.number - b.rule.number);
  }
}

function isExempt({ definition }: Rule, { roleIds, channelIds }: Subject): boolean {
  return (
    definition.exemptRoleIds.some((id) => roleIds.has(id)) ||
    definition.exemptChannelIds.some((id) => channelIds.has(id))
  );
}
