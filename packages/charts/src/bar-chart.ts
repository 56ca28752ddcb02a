import type { ChartImage } from './chart-image.ts';
import { draw } from './draw.ts';
import { categoryAxis, type Frame, frame, valueAxis, valueLabel, WIDTH, withValue } from './frame.ts';
import { altText, labelText } from './plain-text.ts';
import { assertSeries, type ChartSeries } from './series.ts';
import { PALETTES } from './theme.ts';

/** More bars cannot be told apart. */
const MOST_BARS = 30;
const BAR_HEIGHT = 30;
const LEAST_HEIGHT = 220;
const MARGINS = 120;

/** Amounts side by side. Bars lie, so that names have room. */
export interface BarChart extends Frame {
  /** Names of the bars, from top to bottom: at most the first 30, and the title says so. */
  readonly categories: readonly string[];
  /** Several series are stacked in each bar. */
  readonly series: readonly ChartSeries[];
}

/**
 * Draws bars.
 *
 * @throws {RangeError} when a series does not have one finite value for each category.
 * @example
 * const { png, alt } = await barChart({
 *   title: 'Messages',
 *   categories: ['#general', '#art'],
 *   series: [{ name: 'Messages', values: [120, 80] }],
 * });
 */
export async function barChart(chart: BarChart): Promise<ChartImage> {
  assertSeries(chart.series, chart.categories.length);
  const { title, theme, categories, series } = cut(chart);
  const names = series.map(({ name }) => name);
  const png = await draw({
    width: WIDTH,
    height: Math.max(LEAST_HEIGHT, categories.length * BAR_HEIGHT + MARGINS),
    option: {
      ...frame({ title, ...(theme && { theme }) }, names),
      xAxis: valueAxis(series, theme),
      // The first category stands on top, as in a list.
      yAxis: { ...categoryAxis(categories, theme), inverse: true, axisLabel: axisLabel(theme) },
      series: series.map(({ name, values }) => ({
        type: 'bar',
        name: labelText(name),
        stack: 'all',
        data: values.map(withValue),
        barMaxWidth: 22,
        ...(series.length === 1 && { label: valueLabel('right', theme) }),
      })),
    },
  });
  return { png, alt: altText(`${title}. Bar chart:`, categories.map(inWords(series))) };
}

/** The first bars, with a title that says so. */
function cut(chart: BarChart): BarChart {
  const { title, categories, series } = chart;
  if (categories.length <= MOST_BARS) return chart;
  return {
    ...chart,
    title: `${title} (${MOST_BARS} of ${categories.length})`,
    categories: categories.slice(0, MOST_BARS),
    series: series.map(({ name, values }) => ({ name, values: values.slice(0, MOST_BARS) })),
  };
}

/** Every name is shown, however many there are. */
function axisLabel(theme: BarChart['theme'] = 'dark'): Record<string, unknown> {
  return { color: PALETTES[theme].muted, fontFamily: 'DejaVu Sans', fontSize: 13, interval: 0 };
}

function inWords(series: readonly ChartSeries[]) {
  return (category: string, index: number): string => {
    const single = series.length === 1;
    const values = series.flatMap(({ name, values: all }) => {
      const value = all[index] ?? 0;
      if (single) return String(value);
      return value === 0 ? [] : `${labelText(name)} ${value}`;
    });
    return `${labelText(category)} ${values.join(' and ') || '0'}`;
  };
}
