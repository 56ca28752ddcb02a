import { barChart, type ChartImage } from '@twi/charts';
import type { Snowflake } from 'discord.js';
import { ALL_CASE_TYPES, type CaseType, caseWords } from '../cases/case-type.ts';
import type { ModeratorTotals } from '../statistics/moderator-statistics.ts';

/** So many bars can be read on a phone. */
const MOST_BARS = 20;

/** The totals as bars: of one moderator by type, of several by moderator. */
export function statisticsChart(
  title: string,
  totals: readonly ModeratorTotals[],
  names: ReadonlyMap<Snowflake, string>,
): Promise<ChartImage> {
  const [only, ...others] = totals;
  const shown = totals.slice(0, MOST_BARS);
  const types = ALL_CASE_TYPES.filter((type) => shown.some(({ byType }) => byType.has(type)));
  if (only && others.length === 0) return chartOfOne(title, only, types);
  return barChart({
    title,
    categories: shown.map(({ moderatorId }) => names.get(moderatorId) ?? moderatorId),
    series: types.map((type) => ({
      name: titleOf(type),
      values: shown.map(({ byType }) => byType.get(type) ?? 0),
    })),
  });
}

function chartOfOne(
  title: string,
  { byType }: ModeratorTotals,
  types: readonly CaseType[],
): Promise<ChartImage> {
  return barChart({
    title,
    categories: types.map(titleOf),
    series: [{ name: 'Actions', values: types.map((type) => byType.get(type) ?? 0) }],
  });
}

function titleOf(type: CaseType): string {
  const { plural } = caseWords(type);
  return plural.charAt(0).toUpperCase() + plural.slice(1);
}
