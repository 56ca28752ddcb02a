import { MAX_REASON_LENGTH } from '../../errors.ts';
import type { Finding } from '../engine/rule-set.ts';

const LONGEST_FIND = 100;

/** What a case says: the rules, and what each of them found. The person reads it. */
export function reasonOf(findings: readonly Finding[]): string {
  const text = `Automod: ${findings.map(findingText).join('; ')}`;
  return text.length > MAX_REASON_LENGTH ? `${text.slice(0, MAX_REASON_LENGTH - 1)}…` : text;
}

/** A rule and what it found. */
export function findingText({ rule, hits }: Finding): string {
  const finds = hits.map(({ what }) => shortened(what)).join(', ');
  return finds ? `${rule.name} (${finds})` : rule.name;
}

function shortened(what: string): string {
  const line = what.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_FIND ? `${line.slice(0, LONGEST_FIND - 1)}…` : line;
}
