import { ALL_CASE_TYPES, type CaseType, caseWords } from '../cases/case-type.ts';

/** `2 warnings, 1 ban`. */
export function totalsText(totals: ReadonlyMap<CaseType, number>): string {
  const parts = ALL_CASE_TYPES.flatMap((type) => {
    const count = totals.get(type) ?? 0;
    const { title, plural } = caseWords(type);
    return count > 0 ? [`${count} ${count === 1 ? title.toLowerCase() : plural}`] : [];
  });
  return parts.join(', ') || 'nothing that took place';
}
