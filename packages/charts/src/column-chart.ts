import type { ChartImage } from './chart-image.ts';
import { draw } from './draw.ts';
import { frame, HEIGHT, timeAxis, valueAxis, valueLabel, WIDTH, withValue } from './frame.ts';
import { labelText } from './plain-text.ts';
import { assertSeries } from './series.ts';
import { altOfMoments, type TimeChart } from './time-chart.ts';

/** Above more columns, their values would run into each other. */
const MOST_VALUES_SHOWN = 10;

/**
 * Draws columns: amounts of a few days or hours.
 *
 * @throws {RangeError} when a series does not have one finite value for each label.
 */
export async function columnChart(chart: TimeChart): Promise<ChartImage> {
  const { title, theme, labels, series, marked } = chart;
  assertSeries(series, labels.length);
  const names = series.map(({ name }) => name);
  const hasValues = series.length === 1 && labels.length <= MOST_VALUES_SHOWN;
  const png = await draw({
    width: WIDTH,
    height: HEIGHT,
    option: {
      ...frame({ title, ...(theme && { theme }) }, names),
      xAxis: timeAxis(labels, marked, theme),
      yAxis: valueAxis(series, theme),
      series: series.map(({ name, values }) => ({
        type: 'bar',
        name: labelText(name),
        data: values.map((value) => ({
          ...(hasValues ? withValue(value) : { value }),
          itemStyle: { borderRadius: value < 0 ? [0, 0, 4, 4] : [4, 4, 0, 0] },
        })),
        barMaxWidth: 48,
        barCategoryGap: '25%',
        ...(hasValues && { label: valueLabel('top', theme) }),
      })),
    },
  });
  return { png, alt: altOfMoments('Column chart', chart) };
}
