import type { AutomodRuleContent } from '@twi/plugin-moderation';

type Condition = AutomodRuleContent['definition']['condition'];

const CONDITIONS: readonly Condition[] = [
  ...times(10, (at) => ({ type: 'words', words: wordsOf(at, 40), loose: false })),
  ...times(4, (at) => ({ type: 'words', words: wordsOf(at, 20), loose: true })),
  ...times(10, (at) => ({
    type: 'regex',
    pattern: String.raw`(?:free|cheap)\s+gift${at}|steam\W*nitro${at}`,
  })),
  ...times(5, (at) => ({ type: 'links', mode: 'deny', domains: [`evil${at}.com`] })),
  { type: 'links', mode: 'allow', domains: ['example.org'] },
  ...times(3, () => ({ type: 'invites', allowed: [] })),
  ...times(3, (at) => ({ type: 'mentions', count: 5 + at, kind: 'any' })),
  ...times(2, (at) => ({ type: 'caps', percent: 80 + at, letters: 20 })),
  ...times(2, (at) => ({ type: 'emoji', count: 20 + at })),
  ...times(2, (at) => ({ type: 'newlines', count: 15 + at })),
  ...times(2, (at) => ({ type: 'attachments', count: 5 + at, kinds: [] })),
  ...times(2, (at) => ({ type: 'duplicates', count: 4 + at, windowMs: 60_000 })),
  ...times(2, (at) => ({ type: 'rate', count: 10 + at, windowMs: 60_000 })),
  { type: 'zalgo', marks: 4 },
  { all: [{ type: 'new-account', ageMs: 1_000 }, { not: { type: 'invites', allowed: [] } }] },
];

/** Fifty rules of all kinds that no message of the benchmark falls under. */
export function automodRules(): AutomodRuleContent[] {
  return CONDITIONS.map((condition, at) => ({
    name: `Rule ${at}`,
    isEnabled: true,
    isDryRun: false,
    definition: { condition, actions: [{ type: 'delete' }], exemptRoleIds: [], exemptChannelIds: [] },
  }));
}

function times(count: number, make: (at: number) => Condition): Condition[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function wordsOf(rule: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    at % 4 === 0 ? `bad${rule}x${at} phrase` : `bad${rule}x${at}`,
  );
}
