import { type ChartImage, type ChartTheme, columnChart, lineChart } from '@twi/charts';
import type { Translator } from '@twi/sdk';
import type { DayNumbers } from '../numbers/measures.ts';
import type { HourNumbers } from '../numbers/hours.ts';

/** More columns are too narrow to be read on a phone. */
const MOST_COLUMNS = 31;

interface SeriesWords {
  readonly title: string;
  readonly theme: ChartTheme;
}

/** Messages by day: columns of few days, a line of many. */
export function daysChart(
  days: readonly DayNumbers[],
  { title, theme }: SeriesWords,
  t: Translator,
): Promise<ChartImage> {
  const chart = {
    title,
    theme,
    labels: days.map(({ day }) => dayLabel(day, t.locale)),
    series: [{ name: t('stats:reading.messages'), values: days.map(({ messages }) => messages) }],
  };
  return days.length <= MOST_COLUMNS ? columnChart(chart) : lineChart(chart);
}

/** Messages by the hours of one day, which has 23 or 25 of them when clocks change. */
export function hoursChart(
  hours: readonly HourNumbers[],
  { title, theme }: SeriesWords,
  t: Translator,
): Promise<ChartImage> {
  return columnChart({
    title,
    theme,
    labels: hours.map(({ clock }) => clock),
    series: [{ name: t('stats:reading.messages'), values: hours.map(({ messages }) => messages) }],
  });
}

/** Such as `3 Nov`. */
export function dayLabel(day: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
