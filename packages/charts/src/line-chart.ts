import type { ChartImage } from './chart-image.ts';
import { draw } from './draw.ts';
import { frame, HEIGHT, timeAxis, valueAxis, WIDTH } from './frame.ts';
import { labelText } from './plain-text.ts';
import { assertSeries } from './series.ts';
import { altOfMoments, type TimeChart } from './time-chart.ts';

/** Points stand out in short lines and crowd long ones. */
const MOST_POINTS_SHOWN = 31;
/** The ground below a line of its own shows its shape; several would hide each other. */
const GROUND_OPACITY = 0.18;

export type LineChart = TimeChart;

/**
 * Draws lines.
 *
 * @throws {RangeError} when a series does not have one finite value for each label.
 */
export async function lineChart(chart: LineChart): Promise<ChartImage> {
  const { title, theme, labels, series, marked } = chart;
  assertSeries(series, labels.length);
  const names = series.map(({ name }) => name);
  const png = await draw({
    width: WIDTH,
    height: HEIGHT,
    option: {
      ...frame({ title, ...(theme && { theme }) }, names),
      xAxis: { ...timeAxis(labels, marked, theme), boundaryGap: false },
      yAxis: valueAxis(series, theme),
      series: series.map(({ name, values }) => ({
        type: 'line',
        name: labelText(name),
        data: [...values],
        showSymbol: values.length <= MOST_POINTS_SHOWN,
        symbol: 'circle',
        symbolSize: 6,
        lineStyle: { width: 2.5 },
        ...(series.length === 1 && { areaStyle: { opacity: GROUND_OPACITY } }),
      })),
    },
  });
  return { png, alt: altOfMoments('Line chart', chart) };
}
