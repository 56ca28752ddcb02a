import type { ChartImage } from './chart-image.ts';
import { draw } from './draw.ts';
import { categoryAxis, type Frame, frame, HEIGHT, valueAxis, WIDTH } from './frame.ts';
import { altText, labelText } from './plain-text.ts';
import { assertSeries, type ChartSeries } from './series.ts';

/** Points stand out in short lines and crowd long ones. */
const MOST_POINTS_SHOWN = 31;

/** Amounts over time. */
export interface LineChart extends Frame {
  /** Moments, in order; as many are written below as fit. */
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

/**
 * Draws lines.
 *
 * @throws {RangeError} when a series does not have one finite value for each label.
 */
export async function lineChart({ title, theme, labels, series }: LineChart): Promise<ChartImage> {
  assertSeries(series, labels.length);
  const names = series.map(({ name }) => name);
  const png = await draw({
    width: WIDTH,
    height: HEIGHT,
    option: {
      ...frame({ title, ...(theme && { theme }) }, names),
      xAxis: { ...categoryAxis(labels, theme), boundaryGap: false },
      yAxis: valueAxis(series, theme),
      series: series.map(({ name, values }) => ({
        type: 'line',
        name: labelText(name),
        data: [...values],
        showSymbol: values.length <= MOST_POINTS_SHOWN,
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { width: 2.5 },
      })),
    },
  });
  return { png, alt: altText(`${title}. Line chart:`, series.map(inWords(labels))) };
}

function inWords(labels: readonly string[]) {
  return ({ name, values }: ChartSeries): string => {
    const [from, to] = [labels[0], labels.at(-1)];
    if (from === undefined || to === undefined) return `${labelText(name)} without values`;
    const total = values.reduce((sum, value) => sum + value, 0);
    const most = Math.max(...values);
    return `${labelText(name)} from ${labelText(from)} (${values[0]}) to ${labelText(to)} (${values.at(-1)}), ${total} in total, at most ${most}`;
  };
}
