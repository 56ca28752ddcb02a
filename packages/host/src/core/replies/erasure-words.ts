import type { ErasureReport } from '../../privacy/erasure-report.ts';
import { rowsWord } from '../../privacy/words.ts';

export type ErasureTense = 'future' | 'past';

const WORDS = {
  future: { deleted: 'will be deleted', anonymised: 'will lose your name' },
  past: { deleted: 'deleted', anonymised: 'lost your name' },
} as const satisfies Record<ErasureTense, Record<'deleted' | 'anonymised', string>>;

/** What goes, a line for each thing that a plugin keeps. */
export function erasureLines({ lines }: ErasureReport, tense: ErasureTense): string[] {
  const words = WORDS[tense];
  return lines.flatMap(({ plugin, what, deleted, anonymised }) => {
    const parts = [
      ...(deleted > 0 ? [`${rowsWord(deleted)} ${words.deleted}`] : []),
      ...(anonymised > 0 ? [`${rowsWord(anonymised)} ${words.anonymised}`] : []),
    ];
    return parts.length > 0 ? [`**${plugin}**, ${what}: ${parts.join(', ')}`] : [];
  });
}

/** What stays and why, with each reason once. */
export function keptLines({ lines }: ErasureReport): string[] {
  const reasons = new Map<string, string[]>();
  for (const { plugin, what, kept } of lines)
    for (const [reason, count] of kept)
      reasons.set(reason, [...(reasons.get(reason) ?? []), `**${plugin}**, ${what}: ${rowsWord(count)}`]);
  if (reasons.size === 0) return [];
  return ['', 'What stays:', ...[...reasons].flatMap(([reason, things]) => [...things, `> ${reason}`])];
}
