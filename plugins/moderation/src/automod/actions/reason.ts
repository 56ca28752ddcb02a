import { clip } from '@twi/sdk';
import { MAX_REASON_LENGTH } from '../../errors.ts';
import type { Finding } from '../engine/rule-set.ts';

const LONGEST_FIND = 100;

/** What a case says: the rules, and what each of them found. The person reads it. */
export function reasonOf(findings: readonly Finding[]): string {
  const text = `Automod: ${findings.map(findingText).join('; ')}`;
  return clip(text, MAX_REASON_LENGTH);
}

/** A rule and what it found. */
export function findingText({ rule, hits }: Finding): string {
  const finds = hits.map(({ what }) => shortened(what)).join(', ');
  return finds ? `${rule.name} (${finds})` : rule.name;
}

function shortened(what: string): string {
  const line = what.replaceAll(/\s+/g, ' ');
  return clip(line, LONGEST_FIND);
}
