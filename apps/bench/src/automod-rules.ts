const KINDS = [
  ...Array.from(
    { length: 10 },
    (_, at) => ({ type: 'words', words: wordsOf(at, 40), loose: false }) as const,
  ),
  ...Array.from({ length: 4 }, (_, at) => ({ type: 'words', words: wordsOf(at, 20), loose: true }) as const),
  ...Array.from(
    { length: 10 },
    (_, at) =>
      ({ type: 'regex', pattern: String.raw`(?:free|cheap)\s+gift${at}|steam\W*nitro${at}` }) as const,
  ),
  ...Array.from(
    { length: 5 },
    (_, at) => ({ type: 'links', mode: 'deny', domains: [`evil${at}.com`] }) as const,
  ),
  { type: 'links', mode: 'allow', domains: ['example.org'] } as const,
  ...Array.from({ length: 3 }, () => ({ type: 'invites', allowed: [] }) as const),
  ...[5, 10, 20].map((count) => ({ type: 'mentions', count, kind: 'any' }) as const),
  ...[80, 90].map((percent) => ({ type: 'caps', percent, letters: 20 }) as const),
  ...[20, 30].map((count) => ({ type: 'emoji', count }) as const),
  ...[15, 25].map((count) => ({ type: 'newlines', count }) as const),
  ...[5, 10].map((count) => ({ type: 'attachments', count, kinds: [] }) as const),
  ...[4, 6].map((count) => ({ type: 'duplicates', count, windowMs: 60_000 }) as const),
  ...[10, 20].map((count) => ({ type: 'rate', count, windowMs: 60_000 }) as const),
  { type: 'zalgo', marks: 4 } as const,
  { all: [{ type: 'new-account', ageMs: 60_000 }, { not: { type: 'invites', allowed: [] } }] } as const,
];

/** Fifty rules of all kinds that no message of the benchmark falls under. */
export function automodRules() {
  return KINDS.map((condition, at) => ({
    name: `Rule ${String.fromCodePoint(97 + (at % 26))}${at}`,
    isEnabled: true,
    isDryRun: false,
    definition: {
      condition,
      actions: [{ type: 'delete' } as const],
      exemptRoleIds: [],
      exemptChannelIds: [],
    },
  }));
}

function wordsOf(rule: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) =>
    at % 4 === 0 ? `bad${rule}x${at} phrase` : `bad${rule}x${at}`,
  );
}
