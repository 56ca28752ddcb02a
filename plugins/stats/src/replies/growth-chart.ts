import { type ChartImage, type ChartTheme, columnChart, lineChart } from '@twi/charts';
import type { Translator } from '@twi/sdk';
import { dayLabel } from './series-chart.ts';

/** Of more days, three columns each are too narrow. */
const MOST_COLUMNS = 14;

interface GrowthOfDay {
  readonly day: string;
  readonly joins: number;
  readonly leaves: number;
  readonly net: number;
}

/** Joins, leaves and what they come to, by day. Days on which the bot was away are marked. */
export function growthChart(
  days: readonly GrowthOfDay[],
  {
    away,
    theme,
    t,
  }: { readonly away: ReadonlySet<string>; readonly theme: ChartTheme; readonly t: Translator },
): Promise<ChartImage> {
  const labels = days.map(({ day }) => {
    const label = dayLabel(day, t.locale);
    return away.has(day) ? t('stats:growth.away-day', { day: label }) : label;
  });
  const chart = {
    title: t('stats:growth.chart'),
    theme,
    labels,
    marked: new Set(days.flatMap(({ day }, index) => (away.has(day) ? index : []))),
    series: (['joins', 'leaves', 'net'] as const).map((of) => ({
      name: t(`stats:growth.${of}`),
      values: days.map((day) => day[of]),
    })),
  };
  return days.length <= MOST_COLUMNS ? columnChart(chart) : lineChart(chart);
}
