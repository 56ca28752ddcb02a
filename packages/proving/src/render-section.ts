import { isMet, type Limit, type Section } from './section.ts';

/** A section as Markdown: what was measured, then what was asked. */
export function renderSection({ columns, rows, limits }: Section): string {
  const figures = table(columns, rows);
  if (limits.length === 0) return figures;
  return `${figures}\n${table(['asked', 'limit', 'measured', ''], limits.map(limitRow))}`;
}

function limitRow(limit: Limit): string[] {
  const { what, measured, atLeast, atMost, unit } = limit;
  const asked =
    atLeast === undefined ? `at most ${number(atMost ?? Number.NaN)}` : `at least ${number(atLeast)}`;
  return [what, `${asked} ${unit}`, `${number(measured)} ${unit}`, isMet(limit) ? 'met' : '**missed**'];
}

function number(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 });
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map((_, index) => (index === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
}
